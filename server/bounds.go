package server

import (
	"time"

	"fortnight/quota"
	"fortnight/reads"
	"fortnight/server/graphqlhttp"
	"fortnight/server/graphqlws"
	"fortnight/server/limits"
)

// Limits are those that every server has.
var Limits = quota.Limits{
	DocumentPoints: maxCost, RequestPoints: requestCost, RequestBytesPerPoint: sentBytesOfPoint, DocumentBytesPerPoint: bytesOfPoint,
	AccountPointsPerMinute: accountBudget, AddressPointsPerMinute: addressBudget,
	DocumentBytes: limits.MaxBytes, Tokens: limits.MaxTokens, Operations: limits.MaxOperations, Fragments: limits.MaxFragments,
	Variables: limits.MaxVariables, Depth: limits.MaxDepth, Fields: limits.MaxFields, Aliases: limits.MaxAliases,
	DirectivesUsed: limits.MaxDirectives, RootFields: limits.MaxRootFields, MutationRootFields: limits.MaxRootMutation,
	BodyBytes: graphqlhttp.MaxBodyBytes, StreamBodyBytes: graphqlhttp.MaxStreamBytes, SocketMessageBytes: graphqlws.MaxMessage,
	AnswerBytes:      reads.MaxAnswerBytes,
	OperationSeconds: int(operationTimeout / time.Second),
	AccountSockets:   maxOpenOfAccount, AccountStreams: maxOpenOfAccount, SocketOperations: graphqlws.MaxOperations,
}
