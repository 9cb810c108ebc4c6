package desk

// On returns a desk over another store that uses the same compiled stages.
func (d *Desk) On(store Store) *Desk {
	other := New(store, d.clock)
	other.room = d.room
	return other
}
