package main

import (
	"fmt"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/vektah/gqlparser/v2/ast"
)

// writer writes the emitters of all that can be reached from Query.
type writer struct {
	data    *codegen.Data
	objects map[string]*codegen.Object
	reached []string // names of objects and of what is one of several
	refs    map[string]*config.TypeReference
	order   []string // names of refs as they were met
	out     strings.Builder
}

func newWriter(data *codegen.Data) *writer {
	w := &writer{data: data, objects: map[string]*codegen.Object{}, refs: map[string]*config.TypeReference{}}
	for _, o := range data.Objects {
		w.objects[o.Name] = o
	}
	w.reach(data.QueryRoot.Name)
	slices.Sort(w.reached)
	slices.Sort(w.order)
	return w
}

// reach notes a type, and all that its fields lead to.
func (w *writer) reach(name string) {
	if slices.Contains(w.reached, name) || strings.HasPrefix(name, "__") {
		return
	}
	if object, is := w.objects[name]; is {
		w.reached = append(w.reached, name)
		for _, f := range object.Fields {
			if supported(f) {
				w.reachRef(f.TypeReference)
			}
		}
	} else if several, is := w.data.Interfaces[name]; is {
		w.reached = append(w.reached, name)
		for _, i := range implementors(several) {
			w.reach(i.Name)
		}
	}
}

// implementors are what something that is one of several can be: objects. Their interfaces that implement it too add nothing to them.
func implementors(of *codegen.Interface) []codegen.InterfaceImplementor {
	return slices.DeleteFunc(slices.Clone(of.Implementors), func(i codegen.InterfaceImplementor) bool { return i.Kind != ast.Object })
}

func (w *writer) reachRef(ref *config.TypeReference) {
	if _, known := w.refs[ref.MarshalFunc()]; !known {
		w.refs[ref.MarshalFunc()] = ref
		w.order = append(w.order, ref.MarshalFunc())
	}
	if ref.IsSlice() || ref.IsPtrToSlice() || ref.IsPtrToIntf() || ref.IsPtrToPtr() {
		w.reachRef(ref.Elem())
		return
	}
	w.reach(ref.Definition.Name)
}

// supported are fields that this generator knows how to read: all but introspection and what has forms that the schema does not use.
func supported(f *codegen.Field) bool {
	plain := !f.HasHaser && !f.VOkFunc && !f.IsMap() && !f.IsBatch() && !f.Stream && !strings.HasPrefix(f.Name, "__")
	for _, d := range f.ImplDirectives() {
		plain = plain && len(d.Args) == 0
	}
	return plain && !f.TypeReference.HasEnumValues() && !f.TypeReference.IsMap() && !strings.HasPrefix(f.TypeReference.Definition.Name, "__")
}

// asked are fields whose value is asked of a function that takes a context, arguments, or can fail.
func asked(f *codegen.Field) bool {
	return f.IsResolver || f.MethodHasContext || f.IsMethod() && !f.NoErr || len(f.Args) > 0 || f.HasDirectives()
}

func (w *writer) p(format string, args ...any) { fmt.Fprintf(&w.out, format+"\n", args...) }

func ref(t types.Type) string { return templates.CurrentImports.LookupType(t) }

// arguments writes how gqlgen's functions for arguments are reached from outside package graph.
func (w *writer) arguments() string {
	w.out.Reset()
	reserve("context", "fmt", "github.com/99designs/gqlgen/graphql")
	w.p("// Arguments reads the arguments of a field, named as Query.workouts, as its resolver takes them.")
	w.p("func Arguments(ctx context.Context, field string, raw map[string]any) (map[string]any, error) {")
	w.p("ec := newExecutionContext(graphql.GetOperationContext(ctx), &executableSchema{}, nil)")
	w.p("switch field {")
	for _, name := range w.reached {
		if object, is := w.objects[name]; is {
			for _, f := range object.Fields {
				if supported(f) && len(f.Args) > 0 {
					w.p("case %q:\nreturn ec.%s(ctx, raw)", name+"."+f.Name, f.ArgsFunc())
				}
			}
		}
	}
	w.p("}\nreturn nil, fmt.Errorf(\"%%s has no arguments\", field)\n}")
	return w.out.String()
}

func reserve(paths ...string) {
	for _, path := range paths {
		if _, err := templates.CurrentImports.Reserve(path); err != nil {
			panic(err)
		}
	}
}

// emitters writes package reads' own code.
func (w *writer) emitters() string {
	w.out.Reset()
	reserve("context", "fmt", "strconv", "github.com/99designs/gqlgen/graphql", "fortnight/graph")
	w.tables()
	w.calls()
	for _, name := range w.reached {
		if object, is := w.objects[name]; is {
			w.appendObject(object)
			w.visitObject(object)
		} else {
			w.appendSeveral(w.data.Interfaces[name])
			w.visitSeveral(w.data.Interfaces[name])
		}
	}
	for _, name := range w.order {
		w.appendRef(w.refs[name])
		if composite(w.refs[name]) {
			w.visitRef(w.refs[name])
		}
	}
	return w.out.String()
}

// tables writes what compile looks up by the names of a document.
func (w *writer) tables() {
	w.p("var objects = map[string]*object{")
	for _, name := range w.reached {
		o, is := w.objects[name]
		if !is {
			continue
		}
		w.p("%q: {name: %q, is: %s, fields: map[string]fieldOf{", name, name, o.Implementors())
		for i, f := range o.Fields {
			if !supported(f) {
				continue
			}
			w.p("%q: {code: %d, id: %s, of: %q, asked: %t, kept: %t, arguments: %t, remembered: %t},", f.Name, i+1, id(f), childOf(f), asked(f),
				!asked(f) && f.IsMethod(), len(f.Args) > 0, remembered(o, f))
		}
		w.p("}},")
	}
	w.p("}\n")
	w.p("// several are interfaces and unions: what each can be, in the order of their switches.")
	w.p("var several = map[string][]string{")
	for _, name := range w.reached {
		if i, is := w.data.Interfaces[name]; is {
			w.p("%q: {", name)
			for _, implementor := range implementors(i) {
				w.p("%q,", implementor.Name)
			}
			w.p("},")
		}
	}
	w.p("}\n")
	w.p("// The fields whose values can lead to something that is asked for.\nconst (\nnoField int32 = iota")
	for _, f := range w.leading() {
		w.p("%s", id(f))
	}
	w.p(")\n")
}

// leading are the fields that are asked or lead to objects.
func (w *writer) leading() (fields []*codegen.Field) {
	for _, name := range w.reached {
		if o, is := w.objects[name]; is {
			for _, f := range o.Fields {
				if supported(f) && (asked(f) || composite(f.TypeReference)) {
					fields = append(fields, f)
				}
			}
		}
	}
	return fields
}

func id(f *codegen.Field) string {
	if asked(f) || composite(f.TypeReference) {
		return "is" + f.Object.Name + "_" + f.Name
	}
	return "noField"
}

func childOf(f *codegen.Field) string {
	if composite(f.TypeReference) {
		return f.TypeReference.Definition.Name
	}
	return ""
}

func composite(ref *config.TypeReference) bool { return ref.Definition.IsCompositeType() }

// calls writes how the value of each asked field is got, and where it is looked into.
func (w *writer) calls() {
	w.p("// call asks for the value of a field of an object.")
	w.p("func (x *run) call(ctx context.Context, f *field, fc *graphql.FieldContext, of any) (any, error) {\nswitch f.id {")
	for _, field := range w.leading() {
		if !asked(field) {
			continue
		}
		w.p("case %s:", id(field))
		if !field.Object.Root && (field.IsResolver || strings.HasPrefix(invocation(field), "obj.")) {
			w.p("obj := of.(%s)", ref(field.Object.Reference()))
		}
		expression := invocation(field)
		var body string
		switch {
		case field.IsResolver || field.IsMethod() && !field.NoErr:
			body = "return " + expression
		default:
			body = "return " + expression + ", nil"
		}
		for _, d := range field.ImplDirectives() {
			of := "of"
			if field.Object.Root {
				of = "nil"
			}
			body = fmt.Sprintf("return x.directives.%s(ctx, %s, func(ctx context.Context) (any, error) { %s })", d.CallName(), of, body)
		}
		w.p("%s", body)
	}
	w.p("}\npanic(fmt.Errorf(\"no function for field %%d\", f.id))\n}\n")
	w.p("// into looks into a value that was got for a field for what is asked below it.")
	w.p("func (x *run) into(f *field, value any, at int32) {\nswitch f.id {")
	for _, field := range w.leading() {
		if !asked(field) || !composite(field.TypeReference) {
			continue
		}
		t := field.TypeReference
		w.p("case %s:\nif v, is := value.(%s); is {\nx.%s(f, %sv, at)\n}", id(field), ref(t.GO), visitName(t), taken(t))
	}
	w.p("}\n}\n")
}

// invocation is the expression of a field's value.
func invocation(f *codegen.Field) string {
	switch {
	case f.IsResolver:
		return "x.resolvers." + f.ShortInvocation()
	case f.IsMethod():
		return "obj." + f.GoFieldName + "(" + f.CallArgs() + ")"
	}
	return "obj." + f.GoFieldName
}

// byPointer are structs, which are handed on by their addresses.
func byPointer(t *config.TypeReference) bool {
	return t.Definition.Kind == ast.Object && !t.IsNilable() && !t.IsSlice()
}

func taken(t *config.TypeReference) string {
	if byPointer(t) {
		return "&"
	}
	return ""
}

func parameter(t *config.TypeReference) string {
	if byPointer(t) {
		return "*" + ref(t.GO)
	}
	return ref(t.GO)
}

func appendName(t *config.TypeReference) string {
	return "append" + strings.TrimPrefix(t.MarshalFunc(), "marshal")
}

func visitName(t *config.TypeReference) string {
	return "visit" + strings.TrimPrefix(t.MarshalFunc(), "marshal")
}

// appendObject writes how an object is written.
func (w *writer) appendObject(o *codegen.Object) {
	if o.Root {
		w.p("func (x *run) append_%s(to []byte, s *selection) ([]byte, bool) {", o.Name)
	} else {
		w.p("func (x *run) append_%s(to []byte, s *selection, o %s) ([]byte, bool) {", o.Name, ref(o.Reference()))
	}
	if versioned(o) {
		w.p("if len(s.ahead) == 0 {\nif text, known := x.known(to, s, o); known {\nreturn text, true\n}\n}\nfailures := len(x.failures)")
	}
	w.p("start, whole, ok := len(to), true, true\nto = append(to, '{')\nfor i := range s.fields {\nf := &s.fields[i]\nto = append(to, f.key...)\nswitch f.code {")
	w.p("case 0:\nto = append(to, %s...)", strconv.Quote(strconv.Quote(o.Name)))
	for i, f := range o.Fields {
		if !supported(f) {
			continue
		}
		w.p("case %d:", i+1)
		t := f.TypeReference
		if composite(t) {
			w.p("x.path = append(x.path, step{field: f})")
		}
		switch {
		case remembered(o, f):
			w.appendRemembered(f)
		case asked(f):
			w.p("if r := x.next(f); r.err != nil {\nto, ok = x.fail(to, f, r.err), false\n} else {\nv, _ := r.value.(%s)\nto, ok = x.%s(to, f, %sv)\n}", ref(t.GO), appendName(t), taken(t))
		case f.IsMethod() && composite(t):
			w.p("var v %s\nif f.kept {\nv, _ = x.next(f).value.(%s)\n} else {\nv = o.%s()\n}\nto, ok = x.%s(to, f, %sv)", ref(t.GO), ref(t.GO), f.GoFieldName, appendName(t), taken(t))
		case f.IsMethod():
			w.p("to, ok = x.%s(to, f, o.%s())", appendName(t), f.GoFieldName)
		default:
			w.p("to, ok = x.%s(to, f, %so.%s)", appendName(t), taken(t), f.GoFieldName)
		}
		if composite(t) {
			w.p("x.path = x.path[:len(x.path)-1]")
		}
		if t.GQL.NonNull {
			w.p("whole = whole && ok")
		}
	}
	w.p("}\n}\nif !whole {\nreturn append(to[:start], null...), false\n}\n_ = ok")
	if versioned(o) {
		w.p("to = append(to, '}')\nif len(s.ahead) == 0 {\nx.note(s, o, to[start:], failures)\n}\nreturn to, true\n}\n")
		return
	}
	w.p("return append(to, '}'), true\n}\n")
}

// remembered are lists of objects whose text is remembered with the version of what they are a field of.
func remembered(o *codegen.Object, f *codegen.Field) bool {
	return versioned(o) && composite(f.TypeReference) && f.TypeReference.IsSlice() && !asked(f)
}

// appendRemembered writes how such a field is written: from what is remembered, which visit found for those below which something is asked.
func (w *writer) appendRemembered(f *codegen.Field) {
	t := f.TypeReference
	value := "o." + f.GoFieldName
	w.p("text, known := to, false")
	if f.IsMethod() {
		w.p("var v %s", ref(t.GO))
		value = "v"
	}
	w.p("switch {\ncase f.plain && len(s.ahead) > 0:\ntext, known = x.known(to, f, o)\ncase f.kept || f.told:")
	w.p("got := x.next(f).value\nif was, is := got.(written); is {\ntext, known = append(to, was...), true\n}")
	if f.IsMethod() {
		w.p("v, _ = got.(%s)", ref(t.GO))
	}
	w.p("}\nif known {\nto, ok = text, true\n} else {")
	if f.IsMethod() {
		w.p("if !f.kept && !f.told {\nv = o.%s()\n}", f.GoFieldName)
	}
	w.p("begin, failures := len(to), len(x.failures)\nto, ok = x.%s(to, f, %s)", appendName(t), value)
	w.p("if ok && (f.told || f.plain && len(s.ahead) > 0) {\nx.note(f, o, to[begin:], failures)\n}\n}")
}

// versioned are objects that say which version of themselves they are: func (*T) Version() (id string, revision int).
func versioned(o *codegen.Object) bool {
	if o.Root {
		return false
	}
	method := types.NewMethodSet(o.Reference()).Lookup(nil, "Version")
	return method != nil && types.TypeString(method.Type().(*types.Signature).Results(), nil) == "(id string, revision int)"
}

// visitObject writes how an object is looked into for what is asked below it.
func (w *writer) visitObject(o *codegen.Object) {
	if o.Root {
		w.p("func (x *run) visit_%s(s *selection, at int32) {", o.Name)
	} else {
		w.p("func (x *run) visit_%s(s *selection, o %s, at int32) {", o.Name, ref(o.Reference()))
	}
	w.p("for _, i := range s.ahead {\nf := &s.fields[i]\nswitch f.code {")
	for i, f := range o.Fields {
		t := f.TypeReference
		switch {
		case !supported(f):
		case asked(f):
			of := "o"
			if o.Root {
				of = "nil"
			}
			w.p("case %d:\nx.ask(f, %s, at)", i+1, of)
		case remembered(o, f):
			w.p("case %d:\nif text, known := x.told(f, o); known {\nx.keep(f, text)\nbreak\n}", i+1)
			if f.IsMethod() {
				w.p("v := o.%s()\nx.keep(f, v)\nx.%s(f, v, x.below(at, f))", f.GoFieldName, visitName(t))
			} else {
				w.p("if f.told {\nx.keep(f, nil)\n}\nx.%s(f, o.%s, x.below(at, f))", visitName(t), f.GoFieldName)
			}
		case composite(t) && f.IsMethod():
			w.p("case %d:\nv := o.%s()\nx.keep(f, v)\nx.%s(f, %sv, x.below(at, f))", i+1, f.GoFieldName, visitName(t), taken(t))
		case composite(t):
			w.p("case %d:\nx.%s(f, %so.%s, x.below(at, f))", i+1, visitName(t), taken(t), f.GoFieldName)
		}
	}
	w.p("}\n}\n}\n")
}

// appendSeveral writes how what is one of several is written.
func (w *writer) appendSeveral(s *codegen.Interface) {
	w.p("func (x *run) append_%s(to []byte, f *field, v %s) ([]byte, bool) {\nswitch o := v.(type) {\ncase nil:\nreturn append(to, null...), false", s.Name, ref(s.Type))
	for i, implementor := range implementors(s) {
		w.p("case %s:", ref(implementor.Type))
		if implementor.CanBeNil() {
			w.p("if o == nil {\nreturn append(to, null...), false\n}")
		}
		w.p("return x.append_%s(to, f.each[%d], %so)", implementor.Name, i, address(implementor))
	}
	w.p("}\npanic(fmt.Errorf(\"unexpected type %%T of %s\", v))\n}\n", s.Name)
}

func address(i codegen.InterfaceImplementor) string {
	if i.TakeRef {
		return "&"
	}
	return ""
}

func (w *writer) visitSeveral(s *codegen.Interface) {
	w.p("func (x *run) visit_%s(f *field, v %s, at int32) {\nswitch o := v.(type) {", s.Name, ref(s.Type))
	for i, implementor := range implementors(s) {
		w.p("case %s:", ref(implementor.Type))
		condition := fmt.Sprintf("len(f.each[%d].ahead) > 0", i)
		if implementor.CanBeNil() {
			condition = "o != nil && " + condition
		}
		w.p("if %s {\nx.visit_%s(f.each[%d], %so, at)\n}", condition, implementor.Name, i, address(implementor))
	}
	w.p("}\n}\n")
}

// appendRef writes how a value of a type of the schema that has some form in Go is written. What it returns says whether it was not null.
func (w *writer) appendRef(t *config.TypeReference) {
	w.p("func (x *run) %s(to []byte, f *field, v %s) ([]byte, bool) {", appendName(t), parameter(t))
	defer w.p("}\n")
	switch {
	case t.IsPtrToSlice() || t.IsPtrToIntf() || t.IsPtrToPtr():
		w.p("if v == nil {\nreturn append(to, null...), false\n}")
		w.p("return x.%s(to, f, *v)", appendName(t.Elem()))
		return
	case t.IsSlice():
		w.appendSlice(t)
		return
	case t.IsNilable() && t.GQL.NonNull:
		w.p("if v == nil {\nx.missing(f)\nreturn append(to, null...), false\n}")
	case t.IsNilable():
		w.p("if v == nil {\nreturn append(to, null...), false\n}")
	}
	switch {
	case t.IsMarshaler && t.IsContext:
		w.p("return x.appendContextMarshaler(to, f, v), true")
	case t.IsMarshaler:
		w.p("return appendMarshaler(to, v), true")
	case t.Marshaler != nil:
		w.appendLeaf(t)
	case t.Definition.Kind == ast.Object:
		w.p("return x.append_%s(to, f.only, v)", t.Definition.Name)
	default:
		w.p("return x.append_%s(to, f, v)", t.Definition.Name)
	}
}

func (w *writer) appendSlice(t *config.TypeReference) {
	if !t.GQL.NonNull {
		w.p("if v == nil {\nreturn append(to, null...), false\n}")
	}
	elem := t.Elem()
	w.p("start, whole, ok := len(to), true, true\nto = append(to, '[')")
	if composite(t) {
		w.p("x.path = append(x.path, step{})")
	}
	w.p("for i := range v {")
	if composite(t) {
		w.p("if x.full(to) {\nbreak\n}")
	}
	w.p("if i > 0 {\nto = append(to, ',')\n}")
	if composite(t) {
		w.p("x.path[len(x.path)-1].index = i")
	}
	w.p("to, ok = x.%s(to, f, %sv[i])\nwhole = whole && ok\n}", appendName(elem), taken(elem))
	if composite(t) {
		w.p("x.path = x.path[:len(x.path)-1]")
	}
	if elem.GQL.NonNull {
		w.p("if !whole {\nreturn append(to[:start], null...), false\n}")
	} else {
		w.p("_, _ = start, whole")
	}
	w.p("return append(to, ']'), true")
}

// appendLeaf writes a scalar or an enum: those whose texts are known to be made plainly without a function of gqlgen in between.
func (w *writer) appendLeaf(t *config.TypeReference) {
	value := "v"
	switch {
	case t.IsTargetNilable() && !t.IsNilable():
		value = "&v"
	case !t.IsTargetNilable() && t.IsNilable():
		value = "*v"
	}
	if t.CastType != nil {
		value = fmt.Sprintf("%s(%s)", ref(t.CastType), value)
	}
	name, pkg := t.Marshaler.Name(), t.Marshaler.Pkg().Path()
	takes := t.Marshaler.Type().(*types.Signature).Params().At(0).Type().Underlying()
	basic, _ := takes.(*types.Basic)
	text := basic != nil && basic.Kind() == types.String
	switch {
	case text && (pkg == "github.com/99designs/gqlgen/graphql" && (name == "MarshalString" || name == "MarshalID") || t.Definition.Kind == ast.Enum):
		w.p("return appendText(to, string(%s)), true", value)
	case name == "MarshalBoolean":
		w.p("return strconv.AppendBool(to, %s), true", value)
	case name == "MarshalInt" && basic != nil && basic.Kind() == types.Int:
		w.p("return strconv.AppendInt(to, int64(%s), 10), true", value)
	case name == "MarshalFloat" && basic != nil && basic.Kind() == types.Float64:
		w.p("return x.appendFloat(to, f, %s), true", value)
	case t.IsContext:
		w.p("return x.appendContextMarshaler(to, f, %s(%s)), true", templates.Call(t.Marshaler), value)
	default:
		w.p("return appendMarshaler(to, %s(%s)), true", templates.Call(t.Marshaler), value)
	}
}

// visitRef writes how a value is looked into.
func (w *writer) visitRef(t *config.TypeReference) {
	w.p("func (x *run) %s(f *field, v %s, at int32) {", visitName(t), parameter(t))
	defer w.p("}\n")
	switch {
	case t.IsPtrToSlice() || t.IsPtrToIntf() || t.IsPtrToPtr():
		w.p("if v != nil {\nx.%s(f, *v, at)\n}", visitName(t.Elem()))
	case t.IsSlice():
		w.p("for i := range v {\nx.%s(f, %sv[i], x.item(at, i))\n}", visitName(t.Elem()), taken(t.Elem()))
	case t.Definition.Kind == ast.Object && t.IsNilable():
		w.p("if v != nil {\nx.visit_%s(f.only, v, at)\n}", t.Definition.Name)
	case t.Definition.Kind == ast.Object:
		w.p("x.visit_%s(f.only, v, at)", t.Definition.Name)
	default:
		w.p("x.visit_%s(f, v, at)", t.Definition.Name)
	}
}
