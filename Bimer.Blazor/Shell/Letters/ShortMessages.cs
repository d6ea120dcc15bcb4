using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Shell.Letters;

/// <summary>
/// The short messages to a citizen (SMS). Plain ASCII in one message of 160 letters; the number and nothing else of the case, the
/// same for hidden cases: phones show it on a locked screen.
/// </summary>
public static class ShortMessages
{
    public static string Receipt(CaseId caseId) => LetterWords.Of("ReceiptSms", new CaseNumber(caseId));

    public static string Reply(CaseId caseId) => LetterWords.Of("ReplySms", new CaseNumber(caseId));

    public static string Opened(CaseId caseId) => LetterWords.Of("OpenedSms", new CaseNumber(caseId));

    public static string Notice(CaseId caseId) => LetterWords.Of("NoticeSms", new CaseNumber(caseId));
}
