// Package pen writes answers: what was selected of a value, as JSON, straight
// from the value. It knows how to write what is there. At the first trouble, an
// error, a null where none may be, a panic, it lays the pen down, and gqlgen's
// own execution, which knows what follows from trouble, does the same again.
package pen

import (
	"context"
	"io"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

// Pen writes the value of one root field.
type Pen struct {
	text []byte
	op   *graphql.OperationContext
	done <-chan struct{}
}

// trouble is what a pen stops with.
type trouble struct{}

// Write lets a pen write the value of the field that was just resolved; false
// where it had trouble. What it calls may report errors: nobody sees them.
func Write(ctx context.Context, write func(*Pen, *Field)) (answer graphql.Marshaler, well bool) {
	defer func() {
		if recover() != nil { // whatever it is, gqlgen meets it again, and tells
			answer, well = nil, false
		}
	}()
	p := &Pen{op: graphql.GetOperationContext(ctx), done: ctx.Done()}
	ctx = graphql.WithResponseContext(ctx, graphql.DefaultErrorPresenter, graphql.DefaultRecover)
	root := newField(nil, "", graphql.GetFieldContext(ctx).Field)
	root.ctx = ctx
	write(p, &root)
	return written(p.text), len(graphql.GetErrors(ctx)) == 0
}

// written is JSON.
type written []byte

// MarshalGQL gives the JSON.
func (t written) MarshalGQL(w io.Writer) { _, _ = w.Write(t) }

// Stop lays the pen down.
func (p *Pen) Stop() { panic(trouble{}) }

// Must stops at an error.
func (p *Pen) Must(err error) {
	if err != nil {
		p.Stop()
	}
}

// Write takes in JSON that a value writes of itself.
func (p *Pen) Write(json []byte) (int, error) {
	p.text = append(p.text, json...)
	return len(json), nil
}

// WriteString takes in JSON that a value writes of itself.
func (p *Pen) WriteString(json string) (int, error) {
	p.text = append(p.text, json...)
	return len(json), nil
}

// Begin begins an object.
func (p *Pen) Begin() { p.text = append(p.text, '{') }

// Key begins the next field of an object.
func (p *Pen) Key(i int, f *Field) {
	if i > 0 {
		p.text = append(p.text, ',')
	}
	p.text = append(p.text, '"')
	p.text = append(p.text, f.Alias...)
	p.text = append(p.text, '"', ':')
}

// End ends an object.
func (p *Pen) End() { p.text = append(p.text, '}') }

// Null writes that a field, or a member of its list, has no value.
func (p *Pen) Null(f *Field) {
	if !f.nullable {
		p.Stop()
	}
	p.text = append(p.text, "null"...)
}

// Text writes a text.
func (p *Pen) Text(text string) {
	if strings.ContainsFunc(text, quoted) {
		graphql.MarshalString(text).MarshalGQL(p)
		return
	}
	p.text = append(p.text, '"')
	p.text = append(p.text, text...)
	p.text = append(p.text, '"')
}

// quoted tells whether a letter may look otherwise in JSON.
func quoted(r rune) bool { return r < ' ' || r == '"' || r == '\\' }

// Int writes a whole number.
func (p *Pen) Int(n int) { p.text = strconv.AppendInt(p.text, int64(n), 10) }

// Bool writes yes or no.
func (p *Pen) Bool(yes bool) { p.text = strconv.AppendBool(p.text, yes) }

// Marshaled writes what gqlgen made of a value.
func (p *Pen) Marshaled(f *Field, m graphql.Marshaler) {
	if m == graphql.Null && f.Definition.Type.NonNull {
		p.Stop()
	}
	m.MarshalGQL(p)
}

// List writes a list, each member by write.
func List[T any](p *Pen, f *Field, members []T, write func(*Field, T)) {
	Values(p, f, members, func(f *Field, member *T) { write(f, *member) })
}

// Values writes a list of values that are objects.
func Values[T any](p *Pen, f *Field, members []T, write func(*Field, *T)) {
	if members == nil && !f.Definition.Type.NonNull {
		p.text = append(p.text, "null"...)
		return
	}
	p.text = append(p.text, '[')
	for i := range members {
		p.next(i)
		write(f, &members[i])
	}
	p.text = append(p.text, ']')
}

// next begins the next member of a list, unless time is up.
func (p *Pen) next(i int) {
	select {
	case <-p.done:
		p.Stop()
	default:
	}
	if i > 0 {
		p.text = append(p.text, ',')
	}
}
