package graph

import (
	"errors"
	"fmt"
)

// Code says what kind of trouble an error is; clients see it as `extensions.code`.
type Code string

// The codes of the API. Whatever has none is INTERNAL and is not shown.
const (
	CodeBadInput    Code = "BAD_INPUT"
	CodeConflict    Code = "CONFLICT"
	CodeLimit       Code = "LIMIT_EXCEEDED"
	CodeTimeout     Code = "TIMEOUT"
	CodeUnavailable Code = "UNAVAILABLE"
	CodeInternal    Code = "INTERNAL"
)

// Limit is which bound of the server a question exceeds. Those that an operator
// can move are called as the flag, without its max-.
type Limit string

// The limits. What follows from another has that one's name.
const (
	LimitTokens      Limit = "tokens"
	LimitDepth       Limit = "depth"
	LimitRoots       Limit = "roots"
	LimitCost        Limit = "cost"
	LimitFilterDepth Limit = "filter-depth"
	LimitFilters     Limit = "filters"
	LimitListed      Limit = "listed"
	LimitBody        Limit = "body"
	LimitWords       Limit = "words"  // of a search
	LimitSchema      Limit = "schema" // how deep the schema is told
	LimitFound       Limit = "found"  // more nodes than are looked through
	LimitMemory      Limit = "memory" // of the store's server
)

// Error is a trouble whose message may be shown to whoever asked. At is the
// path of the argument or field it lies in, outermost first.
type Error struct {
	Code    Code
	Limit   Limit // of CodeLimit: which
	Message string
	At      []string
	Cause   error // for the log alone
}

func (e *Error) Error() string { return e.Message }

// Unwrap gives what lies behind the error, for the log.
func (e *Error) Unwrap() error { return e.Cause }

// BadInput is an error that the asker can mend.
func BadInput(format string, args ...any) *Error {
	return &Error{Code: CodeBadInput, Message: fmt.Sprintf(format, args...)}
}

// Contradicts is a change that contradicts what is stored.
func Contradicts(format string, args ...any) *Error {
	return &Error{Code: CodeConflict, Message: fmt.Sprintf(format, args...)}
}

// LimitExceeded is a question larger than the server answers.
func LimitExceeded(limit Limit, format string, args ...any) *Error {
	return &Error{Code: CodeLimit, Limit: limit, Message: fmt.Sprintf(format, args...)}
}

// Unavailable is a store that does not answer; the cause goes to the log.
func Unavailable(cause error, format string, args ...any) *Error {
	return &Error{Code: CodeUnavailable, Message: fmt.Sprintf(format, args...), Cause: cause}
}

// Under puts the place where an error was found in front of its path. What is
// no fault of what was asked, a store that does not answer, lies nowhere in it.
func Under(err error, at ...string) error {
	var known *Error
	if err == nil || !errors.As(err, &known) || known.Code == CodeUnavailable || known.Code == CodeTimeout {
		return err
	}
	moved := *known
	moved.At = append(append([]string{}, at...), known.At...)
	return &moved
}

// CodeOf is the code of an error; INTERNAL for whatever is not ours.
func CodeOf(err error) Code {
	var known *Error
	if errors.As(err, &known) {
		return known.Code
	}
	return CodeInternal
}
