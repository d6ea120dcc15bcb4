using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>What a citizen is told when their case went to another institution (3071 m.5, 4982 m.7).</summary>
/// <param name="From">The institution that sent it on.</param>
/// <param name="To">Where it went; of a hidden case the institution alone.</param>
/// <param name="Reason">Why, as far as it may be said.</param>
public sealed record ForwardNoticeFacts(CaseId CaseId, LegalBasis Basis, DateTimeOffset FiledAt, DateTimeOffset SentAt, string From, string To, TransferReason Reason);
