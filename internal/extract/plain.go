package extract

import "nutgraf"

func plain(item *nutgraf.Item) (*nutgraf.Document, error) { return nil, nutgraf.ErrFormat }
