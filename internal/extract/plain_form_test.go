package extract

import "testing"

// A paragraph that ends in the credit of a picture is its caption; one that speaks of
// an agency or a poll is not.
func TestCaptionLike(t *testing.T) {
	for text, want := range map[string]bool{
		"FILE PHOTO: Clerk Dean Renn opens the ferry fair at Port Ansel, March 4, 2031. REUTERS/Ada Marrow/File Photo": true,
		"The ferry fair at Port Ansel on Tuesday. Ada Marrow/AFP":                                                      true,
		"The ferry fair at Port Ansel. | Ada Marrow/Getty Images":                                                      true,
		"The ferry fair at Port Ansel on March 4, 2031. Ada Marrow | Getty Images":                                     true,
		"The ferry fair at Port Ansel (Ada Marrow/AP)":                                                                 true,
		"The strike at Port Ansel was first told by Reuters.":                                                          false,
		"The mayor led by nine points in a poll of 2031/AP.":                                                           false,
		"The harbour sold its pictures to Getty Images.":                                                               false,
	} {
		if got := captionLike(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
