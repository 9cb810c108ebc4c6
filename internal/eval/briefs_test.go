package eval

import "testing"

func TestVerdicts(t *testing.T) {
	all, err := Verdicts()
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]int{}
	for _, v := range all {
		parts[v.Part]++
		if v.Start >= v.End || v.Article == "" || v.Why == "" {
			t.Errorf("verdict %+v", v)
		}
	}
	if parts["seen"] == 0 || parts["held"] == 0 || parts["stream"] == 0 {
		t.Errorf("parts: %v", parts)
	}
}
