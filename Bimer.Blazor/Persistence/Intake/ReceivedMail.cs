using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>What is told of who sent a mail. Stored as numbers: never renumber.</summary>
public enum MailSender
{
    Told = 0,

    /// <summary>Nobody reads it, and it is still there: who hid the applicant may take that back at once (Vazgeç).</summary>
    Withheld = 1,

    /// <summary>It stands nowhere any more.</summary>
    Gone = 2,
}

/// <summary>
/// A mail out of an institution's mailbox (gelen e-posta). It names a person, so what it says is sealed like an identity, and is gone once
/// it is a case. Its id becomes the id of the intake at the desk, and with that of the one case. Of a mail with several petitions each further one is a copy of its own.
/// </summary>
public sealed class ReceivedMail
{
    public Guid Id { get; init; }

    /// <summary>Whose mailbox it came to; their officers see it.</summary>
    public UnitId Unit { get; init; }

    /// <summary>Keyed fingerprint of the unit and the Message-ID, or the whole mail where it has none: the same mail is here once for each unit.</summary>
    public byte[] Fingerprint { get; init; } = [];

    /// <summary>Keyed fingerprint of all it says, also when its content has gone: the same Message-ID over other words is another mail. None where it could not be read.</summary>
    public byte[]? Words { get; init; }

    /// <summary>When it reached the mailbox: the legal clock counts from this day.</summary>
    public DateTimeOffset DeliveredAt { get; init; }

    /// <summary>When it was read from there; its own files were stored at this very instant, an officer's come later.</summary>
    public DateTimeOffset TakenAt { get; init; }

    /// <summary>The mail this is a copy of, where several petitions stand in one; none of a mail as it came. Stays when the content goes.</summary>
    public Guid? CopyOf { get; init; }

    /// <summary>The case it became or joined; from it every copy is found once its applicant is hidden.</summary>
    public CaseId? CaseId { get; private set; }

    public MailSender Sender { get; private set; }

    /// <summary>When the applicant of a case out of this mail was hidden.</summary>
    public DateTimeOffset? WithheldAt { get; private set; }

    /// <summary><see cref="MailContent"/>, sealed to <see cref="Id"/>; none once it is a case.</summary>
    public byte[]? SealedContent { get; private set; }

    public MailState State { get; private set; } = MailState.Waiting;

    public SetAsideReason? Reason { get; private set; }

    public UserId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Raised by every decision: of two officers the second is told.</summary>
    public int Version { get; private set; }

    public void Keep(byte[] sealedContent) => SealedContent = sealedContent;

    /// <summary>The same words without who sent them, once another case of this mail has a hidden applicant.</summary>
    public void HideSender(byte[] sealedContent, DateTimeOffset at)
    {
        (SealedContent, Sender, WithheldAt) = (sealedContent, MailSender.Gone, WithheldAt ?? at);
        Version++;
    }

    /// <summary>The applicant of a recorded case was hidden: from now on nobody reads who sent it.</summary>
    public void Withhold(DateTimeOffset at)
    {
        (Sender, WithheldAt) = (MailSender.Withheld, at);
        Version++;
    }

    /// <summary>That was taken back at once.</summary>
    public void TellAgain()
    {
        (Sender, WithheldAt) = (MailSender.Told, null);
        Version++;
    }

    /// <summary>A copy tells no more than what it was made of.</summary>
    public void WithholdAs(ReceivedMail first) => (Sender, WithheldAt) = (first.Sender, first.WithheldAt);

    /// <summary>A copy is made of it: whoever records it at the same instant is behind or ahead, never beside.</summary>
    public void Split() => Version++;

    /// <summary>The case has its text, its sender and its files now; a hidden sender must be nowhere else.</summary>
    /// <param name="into">None where it became no case and is emptied for good.</param>
    public void Register(UserId by, DateTimeOffset at, CaseId? into)
    {
        Decide(MailState.Registered, null, by, at);
        (SealedContent, CaseId) = (null, into);
    }

    /// <summary>Set aside, and a case of the same mail hides its applicant: its words go too, and nobody takes it back.</summary>
    public void Empty()
    {
        (SealedContent, State) = (null, MailState.Registered);
        Version++;
    }

    public void SetAside(SetAsideReason reason, UserId by, DateTimeOffset at) => Decide(MailState.SetAside, reason, by, at);

    public void TakeBack(UserId by, DateTimeOffset at) => Decide(MailState.Waiting, null, by, at);

    private void Decide(MailState state, SetAsideReason? reason, UserId by, DateTimeOffset at)
    {
        (State, Reason, DecidedBy, DecidedAt) = (state, reason, by, at);
        Version++;
    }
}
