package dossier

import "reflect"

func docFor(key string) string { return docs[key] }

// docOf is the sentence on a key of a type, or on the key wherever it stands.
func docOf(t reflect.Type, key, otherwise string) string {
	if doc, ok := docs[t.Name()+"."+key]; ok {
		return doc
	}
	if doc, ok := docs[key]; ok {
		return doc
	}
	return otherwise
}

var docs = map[string]string{
	"id": "what it is called for ever, such as ml-2017-dioro",
}
