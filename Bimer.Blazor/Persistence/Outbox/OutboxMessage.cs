using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Outbox;

/// <summary>What must not be lost leaves through here: written with the change, delivered by the courier.</summary>
public enum OutboxKind
{
    /// <summary>The signed answer, by e-mail to the citizen.</summary>
    ReplyMail = 1,

    /// <summary>The number of a new case, by SMS to the citizen; without a word of the case.</summary>
    ReceiptSms = 2,

    /// <summary>That an answer is there to read, by SMS to the citizen; without a word of the case.</summary>
    ReplySms = 3,

    /// <summary>That the case went to another institution, and to which, by e-mail to the citizen (3071 m.5, 4982 m.7).</summary>
    ForwardMail = 4,

    /// <summary>The same as <see cref="ReplySms"/> once more, because somebody saw that the answer did not arrive by e-mail.</summary>
    NoticeSms = 5,

    /// <summary>That a hidden identity was opened by two, by SMS or, where there is no phone, by e-mail; who and why stands on the citizen's own page alone.</summary>
    OpenedNotice = 6,
}

/// <summary>Where a message stands. Stored as numbers: never renumber.</summary>
public enum OutboxStatus
{
    /// <summary>kuyrukta</summary>
    Queued = 1,

    /// <summary>Leased by a courier that has not started to hand over the body.</summary>
    Leased = 2,

    /// <summary>The body is being handed over; after a crash in this state nobody knows, so it becomes uncertain.</summary>
    Started = 3,

    /// <summary>gönderildi: the server answered for it.</summary>
    Sent = 10,

    /// <summary>iletilemedi: refused for good, or tried for too long.</summary>
    Failed = 11,

    /// <summary>belirsiz: handed over, but the server's acceptance is unknown; a person decides, it is never resent blindly.</summary>
    Uncertain = 12,

    /// <summary>There was no address to send to.</summary>
    NoAddress = 13,

    /// <summary>What it would have told is no longer so: the part was taken or given back, or the case is kept from there, before the mail left.</summary>
    Withdrawn = 14,

    /// <summary>geri döndü: a server took it and gave it back, because the address is not one it can deliver to.</summary>
    Returned = 15,

    /// <summary>postalandı: it did not reach the citizen by e-mail and went by post.</summary>
    Posted = 16,
}

/// <summary>One message on its way. Holds ids only: the words and the address are fetched at sending.</summary>
public sealed class OutboxMessage
{
    /// <summary>What stands in <see cref="LastAnswer"/> where there was nobody to send it to.</summary>
    public const string AnswerNoAddress = "no-address";

    /// <summary>A file of the letter was found harmful after it was signed: the letter does not leave.</summary>
    public const string AnswerHarmful = "harmful-file";

    /// <summary>A file of the letter has no verdict yet.</summary>
    public const string AnswerBeingScanned = "being-scanned";

    public Guid Id { get; init; }

    public OutboxKind Kind { get; init; }

    public CaseId CaseId { get; init; }

    public RoutingId? Routing { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public OutboxStatus Status { get; set; } = OutboxStatus.Queued;

    public DateTimeOffset NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>The courier that holds it and until when; a courier that lost its lease must not send.</summary>
    public Guid? LeasedBy { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The server's last three-digit answer or our own short code; never its text.</summary>
    public string? LastAnswer { get; set; }
}
