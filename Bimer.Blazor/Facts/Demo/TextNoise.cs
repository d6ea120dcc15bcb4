using System.Globalization;
using System.Text;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>Makes a clean petition look like one: greetings, length, typos, capitals, missing diacritics, emoji, line breaks.</summary>
internal sealed class TextNoise(DemoWords words)
{
    /// <summary>The most a citizen may write. UTF-16 units here: never more than the characters a person sees.</summary>
    public const int Longest = 6_000;

    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    public string Apply(string text, Dice dice)
    {
        var body = new StringBuilder(dice.Chance(0.06) ? FirstSentence(text) : text);
        if (dice.Chance(0.35)) body.Insert(0, dice.Pick(words.Greetings) + (dice.Chance(0.5) ? "\n" : " "));
        var ending = Ending(dice);
        Lengthen(body, Target(dice) - ending.Length, dice);
        return Styled(body.Append(ending).ToString(), dice);
    }

    /// <summary>As many people type: sikayet, calismiyor.</summary>
    public static string WithoutDiacritics(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        const string Marked = "çğıöşüâîûÇĞİÖŞÜÂÎÛ";
        const string Plain = "cgiosuaiuCGIOSUAIU";
        for (var i = 0; i < source.Length; i++)
        {
            var at = Marked.IndexOf(source[i], StringComparison.Ordinal);
            plain[i] = at < 0 ? source[i] : Plain[at];
        }
    });

    private static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }

    private string Ending(Dice dice)
    {
        var closing = dice.Chance(0.4) ? (dice.Chance(0.5) ? "\n\n" : " ") + dice.Pick(words.Closings) : "";
        return dice.Chance(0.04) ? $"{closing} {dice.Pick(words.Emojis)}" : closing;
    }

    private static int Target(Dice dice) => dice.Random.Double() switch
    {
        < 0.004 => Longest,
        < 0.03 => dice.Between(1_500, Longest),
        < 0.15 => dice.Between(500, 1_500),
        < 0.60 => dice.Between(150, 500),
        _ => 0,
    };

    private void Lengthen(StringBuilder body, int target, Dice dice)
    {
        while (true)
        {
            var sentence = dice.Pick(words.Fillers);
            if (body.Length + 1 + sentence.Length > target) return;
            body.Append(dice.Chance(0.08) ? '\n' : ' ').Append(sentence);
        }
    }

    // Some slips make a word longer; a text at the limit stays as it is.
    private string Mistyped(string text)
    {
        var typed = words.Typos.Aggregate(text, (t, typo) => t.Replace(typo.Key, typo.Value, StringComparison.Ordinal));
        return typed.Length <= Longest ? typed : text;
    }

    private string Styled(string text, Dice dice)
    {
        if (dice.Chance(0.15)) text = Mistyped(text);
        return dice.Random.Double() switch
        {
            < 0.05 => text.ToUpper(Turkish),
            < 0.13 => text.ToLower(Turkish),
            < 0.21 => WithoutDiacritics(text),
            < 0.26 => WithoutDiacritics(text).ToLowerInvariant(),
            _ => text,
        };
    }
}
