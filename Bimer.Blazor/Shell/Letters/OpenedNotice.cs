using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Shell.Letters;

/// <summary>Tells a citizen that what an officer hid was opened by two (iki yetkiliyle açma). Names nobody: neither whom it greets nor who looked.</summary>
public static class OpenedNotice
{
    public static ComposedLetter Compose(CaseId caseId, DateTimeOffset openedAt)
    {
        var (number, day) = (new CaseNumber(caseId).ToString(), IstanbulTime.LegalDay(openedAt).ToString("dd.MM.yyyy", LetterWords.Turkish));
        string[] head = [LetterWords.Of("Republic"), "BİMER"];
        string[] data = [LetterWords.Of("Number", number), LetterWords.Of("Date", day)];
        string[] text = [ReplyLetter.Greeting(null), LetterWords.Of("OpenedText", number, day)];
        var plain = string.Join("\n\n", [string.Join('\n', head), string.Join('\n', data), .. text, "-- \n" + LetterLines.Footer]) + "\n";
        return new ComposedLetter(LetterWords.Of("OpenedSubject", number), ReplyLetter.OnTheWire(LetterHtml.WriteNotice(number, head, data, text)), ReplyLetter.OnTheWire(plain));
    }
}
