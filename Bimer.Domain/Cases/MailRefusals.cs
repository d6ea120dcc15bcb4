namespace Bimer.Domain.Cases
{
    /// <summary>Why a mail was not taken apart. Stored by name: never rename.</summary>
    public enum MailFlaw
    {
        TooLarge = 1,
        HeadTooLarge = 2,
        NoHead = 3,
        TooManyParts = 4,
        TooDeep = 5,
    }
}

namespace Bimer.Domain.Kernel
{
    using Bimer.Domain.Cases;

    public abstract partial record Refusal
    {
        /// <summary>A received mail (e-posta) goes beyond what is read of one; it is kept in its mailbox.</summary>
        /// <param name="Limit">Bytes or a number, included; 0 where the flaw has none.</param>
        public sealed record MailUnreadable(MailFlaw Flaw, long Limit) : Refusal;

        /// <summary>A colleague has the mail on their desk.</summary>
        public sealed record MailWithColleague(UserId Colleague, DateTimeOffset Since) : Refusal;

        /// <summary>So many cases have been made of one mail (e-posta) already.</summary>
        /// <param name="Most">The first included.</param>
        public sealed record MailSplitTooOften(int Most) : Refusal;

        /// <summary>
        /// A copy (kopya) of the mail waits that could not be read and is kept as it came, sender and all: a case of this mail cannot hide its applicant
        /// (kimliğin gizlenmesi) before the copy is recorded or set aside.
        /// </summary>
        public sealed record MailCopyTellsOfSender : Refusal;

        /// <summary>A mail comes to an empty desk only: what was begun there would be lost or mixed with it.</summary>
        public sealed record DeskNotEmpty(DateTimeOffset SavedAt) : Refusal;
    }
}
