package nutgraf

// Version is the version of the program. Findings remember the version that
// made them, so that a newer one can make them anew.
const Version = "0.1.0"
