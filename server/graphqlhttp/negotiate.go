package graphqlhttp

import (
	"mime"
	"strconv"
	"strings"
)

const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
	mediaStream  = "text/event-stream"
)

// negotiate returns the media type of the answer, or "" when Accept allows neither. Without an Accept, and where only a wildcard
// allows both, it is application/json, which every client reads; a client that names the newer type gets it unless it prefers the
// older one.
func negotiate(accept []string) string {
	if strings.TrimSpace(strings.Join(accept, "")) == "" {
		return mediaJSON
	}
	quality := qualities(accept)
	newer, named := quality[mediaGraphQL]
	older := first(quality, mediaJSON, "application/*", "*/*")
	switch {
	case named && newer > 0 && newer >= older:
		return mediaGraphQL
	case older > 0:
		return mediaJSON
	case !named && first(quality, "application/*", "*/*") > 0: // application/json;q=0, */*
		return mediaGraphQL
	}
	return ""
}

// qualities reads the media ranges of Accept and their weights, 0 to 1; a malformed range counts as absent.
func qualities(accept []string) map[string]float64 {
	quality := map[string]float64{}
	for _, header := range accept {
		for entry := range strings.SplitSeq(header, ",") {
			media, options, err := mime.ParseMediaType(entry)
			if err != nil {
				continue
			}
			weight := 1.0
			if q, given := options["q"]; given {
				if weight, err = strconv.ParseFloat(q, 64); err != nil || !(weight >= 0 && weight <= 1) {
					continue
				}
			}
			quality[media] = max(quality[media], weight)
		}
	}
	return quality
}

// first returns the weight of the most specific range that is there.
func first(quality map[string]float64, ranges ...string) float64 {
	for _, media := range ranges {
		if weight, ok := quality[media]; ok {
			return weight
		}
	}
	return 0
}
