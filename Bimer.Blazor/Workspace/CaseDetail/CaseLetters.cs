using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>A letter that was signed, or came back with a note.</summary>
/// <param name="Delivery">Of a signed letter; none of one that came back, and of what was signed before there was an outbox.</param>
public sealed record LetterLine(
    RoutingId Routing, string Unit, ReplyStatus Status, string Html, string? RevisionNote, string? By, DateTimeOffset? At,
    IReadOnlyList<AttachmentLine> Files, LetterDelivery? Delivery)
{
    /// <summary>It told how far things are (safahat) and answered nothing yet.</summary>
    public bool IsProgress { get; init; }

    /// <summary>What it decides about each requested item; nothing where none is listed.</summary>
    public ItemDecisions Items { get; init; } = ItemDecisions.None;

    /// <summary>What it told of the time of an information request (ara yazı, 4982); none of an answer.</summary>
    public LetterNotice? Notice { get; init; }

    /// <summary>Words the approver marked in one that came back.</summary>
    public IReadOnlyList<LetterMark> Marks { get; init; } = [];

    /// <summary>Why the petition is not examined, in a letter that says so; none of an answer.</summary>
    public Inadmissibility? Inadmissibility { get; init; }
}

/// <summary>Where the mail with a signed letter is; delivery is a state of its own beside the case's.</summary>
public enum DeliveryState
{
    /// <summary>kuyrukta</summary>
    Queued,

    /// <summary>gönderildi</summary>
    Sent,

    /// <summary>gönderildi, because a person said so</summary>
    CountedAsSent,

    /// <summary>iletilemedi</summary>
    Failed,

    /// <summary>belirsiz</summary>
    Uncertain,

    /// <summary>The citizen left no e-mail address: a letter has to be printed.</summary>
    NoAddress,

    /// <summary>geri döndü</summary>
    Returned,

    /// <summary>postalandı</summary>
    Posted,
}

/// <param name="At">When it came to stand so.</param>
/// <param name="MayResolve">The reader decides about it while it is uncertain or did not arrive.</param>
public sealed record LetterDelivery(DeliveryState State, DateTimeOffset At, int Attempts, bool MayResolve)
{
    /// <summary>The reader may say that the printed letter went by post.</summary>
    public bool MayPost { get; init; }

    /// <summary>The part of whose forward it tells; none of an answer.</summary>
    public RoutingId? NoticeOf { get; init; }

    /// <summary>Why it came back (RFC 3463) or was not delivered, as the outbox keeps it; none where it was.</summary>
    public string? Code { get; init; }

    /// <summary>How the citizen was told by phone; none where that matters to nobody.</summary>
    public SmsLine? Sms { get; init; }

    /// <summary>Since when a letter lies where it is put into its envelope unseen, or was fetched from there; none of an answer without one.</summary>
    public DateTimeOffset? LaidAt { get; init; }

    /// <summary>It waits for what a person decides.</summary>
    public bool IsOpen => State is DeliveryState.Uncertain or DeliveryState.Returned or DeliveryState.Failed or DeliveryState.NoAddress;
}
