package resolvers

import (
	"mime"
	"strconv"
	"strings"
)

// Media types of an answer. Under plain JSON a mistaken query is still a 200,
// as clients older than the other type expect.
const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// wish is how much one media type is wanted, and where that stands in the header.
type wish struct {
	quality  float64
	at       int
	explicit int // 0: not named; 1, 2: by a range; 3: by its name
}

// acceptable chooses the media type of the answer by the Accept header; "" where
// neither is wanted. Without a preference it is plain JSON.
func acceptable(accept []string) string {
	text := strings.Join(accept, ",")
	if strings.TrimSpace(text) == "" {
		return mediaJSON
	}
	plain, typed := wished(text, mediaJSON), wished(text, mediaGraphQL)
	switch {
	case plain.quality == 0 && typed.quality == 0:
		return ""
	case typed.quality > plain.quality, typed.quality == plain.quality && typed.at < plain.at:
		return mediaGraphQL
	}
	return mediaJSON
}

// wished looks for what an Accept header says of a media type: the most exact
// range that covers it counts.
func wished(accept, media string) wish {
	var found wish
	for i, part := range strings.Split(accept, ",") {
		named, parameters, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		w := wish{quality: 1, at: i}
		switch named {
		case media:
			w.explicit = 3
		case "application/*":
			w.explicit = 2
		case "*/*":
			w.explicit = 1
		}
		if q, given := parameters["q"]; given {
			if w.quality, err = strconv.ParseFloat(q, 64); err != nil || !(w.quality >= 0 && w.quality <= 1) {
				continue
			}
		}
		if w.explicit > found.explicit {
			found = w
		}
	}
	return found
}
