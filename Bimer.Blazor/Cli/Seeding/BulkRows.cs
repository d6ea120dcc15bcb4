using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Search;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>The rows of some thousand cases, by table.</summary>
internal sealed class BulkRows(SearchWriter search)
{
    /// <summary>A row stands after those it refers to.</summary>
    public static readonly IReadOnlyList<Type> InOrder =
    [
        typeof(CaseFile), typeof(Petition), typeof(Routing), typeof(Movement), typeof(Reply), typeof(EarlierLetter), typeof(ExcludedRecipient), typeof(KnownWords),
        typeof(SealedIdentity), typeof(IdentityLookup), typeof(AuditEntry), typeof(OutboxMessage),
    ];

    private readonly Dictionary<Type, List<object>> _rows = InOrder.ToDictionary(type => type, _ => new List<object>());

    public int Cases => _rows[typeof(CaseFile)].Count;

    public IReadOnlyList<object> Of(Type type) => _rows[type];

    public void Add(PastLife life, SealedIdentity identity, IEnumerable<IdentityLookup> lookups)
    {
        var caseFile = life.Case;
        _rows[typeof(CaseFile)].Add(caseFile);
        _rows[typeof(Petition)].Add(caseFile.Petition!);
        _rows[typeof(Routing)].AddRange(caseFile.Routings);
        _rows[typeof(Movement)].AddRange(caseFile.Movements);
        _rows[typeof(Reply)].AddRange(caseFile.Replies);
        _rows[typeof(EarlierLetter)].AddRange(caseFile.Replies.SelectMany(reply => reply.Earlier));
        _rows[typeof(ExcludedRecipient)].AddRange(caseFile.Exclusions);
        _rows[typeof(KnownWords)].Add(search.Of(caseFile, caseFile.Petition!.Text, []));
        _rows[typeof(SealedIdentity)].Add(identity);
        _rows[typeof(IdentityLookup)].AddRange(lookups);
        _rows[typeof(AuditEntry)].AddRange(life.AuditEntries);
        _rows[typeof(OutboxMessage)].AddRange(life.Messages);
    }

    /// <summary>Keyed hashes fall anywhere: in their own order each page of the index is touched once a batch.</summary>
    public void SortForWriting() => _rows[typeof(IdentityLookup)].Sort((left, right) => InKeyOrder((IdentityLookup)left, (IdentityLookup)right));

    private static int InKeyOrder(IdentityLookup left, IdentityLookup right) =>
        left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : left.Hash.AsSpan().SequenceCompareTo(right.Hash);
}
