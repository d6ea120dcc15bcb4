using Bimer.Blazor.Workspace.Describing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>What the holder would have corrected of a case.</summary>
public sealed record Description(Correction<CaseKind> Kind, Correction<Priority> Priority, TopicChange Topics)
{
    public bool IsNone => Kind.IsNone && Priority.IsNone && Topics.IsNone;

    /// <summary>Everything as it was.</summary>
    public Description Back => new(Kind.Back, Priority.Back, Topics.Back());
}

/// <summary>Kind, priority and topics of a case corrected where they are read, in words.</summary>
public sealed class CaseDescribing(DescribeCaseHandler handler, RefusalSentences sentences)
{
    /// <returns>Nothing when it is so now, else why not.</returns>
    public async Task<string?> DescribeAsync(CommandId id, RoutingId routing, Description description, CancellationToken ct) =>
        (await handler.HandleAsync(Of(id, routing, description), ct)).Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;

    /// <returns>Why it would be refused now; nothing when it would not.</returns>
    public async Task<string?> WhyNotAsync(RoutingId routing, Description description, CancellationToken ct) =>
        (await handler.TryAsync(Of(default, routing, description), ct)).Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;

    private static DescribeCase Of(CommandId id, RoutingId routing, Description description) =>
        new(id, routing, description.Kind, description.Priority, description.Topics);
}
