package web_test
import ("testing";"context";"fmt";"time";"regexp";"slices";"os";"nutgraf/internal/desk";"nutgraf/internal/store/sqlite";"nutgraf/internal/web";"strings")
func TestCold(t *testing.T){ ctx:=context.Background(); db:=os.Getenv("COLDDB"); if db=="" {t.Skip()}; s,err:=sqlite.Open(ctx,db,sqlite.Options{}); if err!=nil{t.Fatal(err)}
 h:=web.Handler(desk.New(s,time.Now),web.Config{}); link:=regexp.MustCompile(`href="(/(?:story|article|name|outlet|search)[^"#]*)`)
 out:=[]string{"/"}; for i:=0;i<len(out)&&i<20;i++ { for _,m:=range link.FindAllStringSubmatch(ask(h,"GET",out[i]).Body.String(),40){ p:=strings.ReplaceAll(m[1],"&amp;","&"); if !slices.Contains(out,p){out=append(out,p)}}}
 took:=map[string]time.Duration{}; n:=map[string]int{}; h=web.Handler(desk.New(s,time.Now),web.Config{})
 for _,p:=range out { t0:=time.Now(); ask(h,"GET",p,"Accept-Encoding","gzip"); k:=strings.Split(p,"/")[1]; took[k]+=time.Since(t0); n[k]++ }
 for k:=range n { fmt.Println(k,n[k],took[k]/time.Duration(n[k])) } }
