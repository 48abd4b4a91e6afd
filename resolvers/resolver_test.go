package resolvers

import (
	"reflect"
	"testing"

	"fortnight/graph"
)

// What resolves a type of the schema has the methods that the schema asks of it, and those few of a Resolver that others call: not the forty-eight that
// lead to the resolvers of all types, for each of which the compiler would make two functions for each of forty types.
func TestResolversLeadToNoOthers(t *testing.T) {
	asked := reflect.TypeFor[graph.ResolverRoot]()
	common := map[string]bool{}
	for i, of := 0, reflect.TypeFor[*Resolver](); i < of.NumMethod(); i++ {
		common[of.Method(i).Name] = true
	}
	if len(common) > 6 {
		t.Errorf("a Resolver has the exported methods %v, and with it all that embed it", common)
	}
	for i := range asked.NumMethod() {
		own := asked.Method(i).Type.Out(0)
		is := reflect.ValueOf(root{&Resolver{}}).MethodByName(asked.Method(i).Name).Call(nil)[0].Elem().Type()
		for j := range is.NumMethod() {
			name := is.Method(j).Name
			if _, of := own.MethodByName(name); !of && !common[name] {
				t.Errorf("%s has %s, which %s does not ask for", is, name, own)
			}
		}
	}
}
