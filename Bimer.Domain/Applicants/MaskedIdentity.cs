using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Applicants;

/// <summary>The starred form of an identity (yıldızlı kimlik). Its shape tells nothing: five stars whatever the length, no last digits.</summary>
public static class MaskedIdentity
{
    public const string Number = "***********";
    public const string TaxNumber = "**********";
    public const string Phone = "**** *** ** **";
    public const string Email = "*****";

    /// <summary>In the place of a name nobody gave: a letter may have none.</summary>
    public const string Nameless = Stars;

    private const string Stars = "*****";

    /// <summary>Initial and five stars for each word: M***** D*****.</summary>
    public static string Of(PersonName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return OfWords(name.Reveal());
    }

    /// <summary>The same for a legal entity's title, or any words.</summary>
    public static string OfWords(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(InitialAndStars));
    }

    private static string InitialAndStars(string word) =>
        StringInfo.GetNextTextElement(word).ToUpper(TurkishCulture.Info) + Stars;
}
