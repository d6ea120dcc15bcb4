using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>How a letter leaves as paper.</summary>
public enum LetterWay
{
    /// <summary>As a page to print.</summary>
    Page,

    /// <summary>As a PDF.</summary>
    File,

    /// <summary>Made by the system and laid where it is printed and put into its envelope unseen (zarflama hizmeti).</summary>
    PostRoom,
}

/// <summary>A letter as it stands on paper.</summary>
/// <param name="Files">Names of what is enclosed, in order.</param>
/// <param name="Window">The recipient, line by line, in the window of the envelope; empty where whoever prints it may not know, or no envelope is needed.</param>
/// <param name="Greeted">Whom it greets; none of a hidden applicant, as in the mail.</param>
/// <param name="IsFile">Nothing on it is pressed, and it may ask for nothing.</param>
public sealed record LetterPaper(ReplyLetterFacts Facts, IReadOnlyList<string> Files, IReadOnlyList<string> Window, Addressee? Greeted, bool IsFile)
{
    public override string ToString() => nameof(LetterPaper);

    internal static Addressee? Greet(PostalRecipient recipient, ApplicantKind kind) => recipient.Name.Length > 0 ? new Addressee(recipient.Name, kind) : null;
}
