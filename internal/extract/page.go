package extract

import "nutgraf"

func page(item *nutgraf.Item) (*nutgraf.Document, error) { return nil, nutgraf.ErrFormat }
