using System.Text.Json;
using System.Text.RegularExpressions;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Sms;

/// <summary>Writes a message into the operator's body. One pass: what stands in a text is never read as a place.</summary>
internal static partial class SmsTemplate
{
    public static string ContentType(SmsBodyForm form) => form == SmsBodyForm.Json ? "application/json" : "application/x-www-form-urlencoded";

    public static string Fill(SmsOptions options, ShortMessage message) => Places().Replace(options.Template, place => Written(options.Form, place.Groups["place"].Value switch
    {
        "number" => Number(options.Number, message.Number),
        "text" => message.Text,
        _ => message.Key.ToString("N"),
    }));

    /// <summary>What is wrong with it; none where every message can be written.</summary>
    public static string? ProblemOf(SmsOptions options)
    {
        string[] places = [.. Places().Matches(options.Template).Select(place => place.Groups["place"].Value)];
        if (places.Count("number".Equals) != 1 || places.Count("text".Equals) != 1) return "Template must hold {number} and {text} once each.";
        var sample = Fill(options, new ShortMessage(Guid.Empty, "+905321234567", "\"{number}\" & =\n"));
        return options.Form == SmsBodyForm.Json ? JsonProblemOf(sample) : FormProblemOf(sample);
    }

    /// <summary>Whether this phone can be written as the operator wants it.</summary>
    public static bool Writes(SmsNumberForm form, string number) => form != SmsNumberForm.National || number.StartsWith("+90", StringComparison.Ordinal);

    private static string Number(SmsNumberForm form, string number) => form switch
    {
        SmsNumberForm.Digits => number[1..],
        SmsNumberForm.National => "0" + number["+90".Length..],
        _ => number,
    };

    private static string Written(SmsBodyForm form, string value) => form == SmsBodyForm.Json ? JsonEncodedText.Encode(value).ToString() : Uri.EscapeDataString(value);

    private static string? JsonProblemOf(string sample)
    {
        try
        {
            using var read = JsonDocument.Parse(sample);
            return null;
        }
        catch (JsonException)
        {
            return "Template is not JSON once it is filled; put {number} and {text} between quotation marks.";
        }
    }

    private static string? FormProblemOf(string sample) =>
        sample.Any(char.IsWhiteSpace) || sample.Split('&').Any(field => field.Split('=') is not [{ Length: > 0 }, _]) ? "Template is not of the form name=value&name=value." : null;

    [GeneratedRegex(@"\{(?<place>number|text|key)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Places();
}
