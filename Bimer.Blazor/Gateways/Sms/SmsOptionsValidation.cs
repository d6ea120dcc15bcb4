using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Sms;

/// <summary>Lists everything that is wrong at once; the host shows the list before it serves anything. Names settings, never what stands in them.</summary>
/// <param name="isCaptured">Messages are written to a folder where no gateway is named.</param>
internal sealed class SmsOptionsValidation(bool isCaptured, bool isDevelopment) : IValidateOptions<SmsOptions>
{
    public ValidateOptionsResult Validate(string? name, SmsOptions options)
    {
        List<string> wrong = options.Address.Length > 0 ? [.. ProblemsOf(options).Select(problem => $"{SmsOptions.Section}:{problem}")]
            : isCaptured ? []
            : [$"{SmsOptions.Section}:Address is not set and Bimer:Simulate:Sms is not true: no code could reach a phone. Name the operator's gateway."];
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> ProblemsOf(SmsOptions options)
    {
        if (AddressProblemOf(options.Address) is { } address) yield return address;
        if (!Enum.IsDefined(options.Form)) yield return "Form must be Json or Form.";
        else if (SmsTemplate.ProblemOf(options) is { } template) yield return template;
        if (!Enum.IsDefined(options.Number)) yield return "Number must be International, Digits or National.";
        if (options.AcceptedStatus is < 200 or > 299) yield return "AcceptedStatus must be 200 to 299.";
        foreach (var problem in HeaderProblemsOf(options)) yield return problem;
        foreach (var (limit, value) in ((string, TimeSpan)[])[(nameof(options.ConnectTimeout), options.ConnectTimeout), (nameof(options.TotalTimeout), options.TotalTimeout)])
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromMinutes(10)) yield return $"{limit} must be longer than zero and at most ten minutes.";
        }
    }

    private string? AddressProblemOf(string written)
    {
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Host.Length == 0) return "Address is not a web address.";
        if (address.UserInfo.Length > 0) return "Address must not hold a name or a password; use Secret or SecretFile.";
        if (written.Contains('{', StringComparison.Ordinal) || address.Fragment.Length > 0) return "Address must not hold a place or a fragment: a number in an address is read in every log on the way.";
        var isAtHome = isDevelopment && address.IsLoopback && string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);
        return isAtHome || string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) ? null : "Address must be https; http is for this machine in Development alone.";
    }

    private static IEnumerable<string> HeaderProblemsOf(SmsOptions options)
    {
        if (!IsHeader(options.KeyHeader, "k")) yield return "KeyHeader is not the name of a header.";
        if (options.Secret.Length > 0 && options.SecretFile.Length > 0) yield return "Secret and SecretFile are one too many.";
        if (options.SecretFile.Length > 0 && !File.Exists(options.SecretFile)) yield return "SecretFile names a file that does not exist.";
        if ((options.Secret.Length > 0 || options.SecretFile.Length > 0) && !IsHeader(options.SecretHeader, options.Secret)) yield return "SecretHeader and Secret do not make a header.";
        if (SmsHeaders.Of(options.Headers) is not { } further || further.Any(header => !IsHeader(header.Name, header.Value))) yield return "Headers is not of the form Name: value, a line each.";
    }

    // Asked of the framework itself: it would refuse the header later, with the message already begun.
    private static bool IsHeader(string name, string value)
    {
        using var probe = new HttpRequestMessage();
        try
        {
            return probe.Headers.TryAddWithoutValidation(name, value) && !value.AsSpan().ContainsAny('\r', '\n');
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            return false;
        }
    }
}

/// <summary>Headers as a setting writes them.</summary>
internal static class SmsHeaders
{
    /// <returns>None where a line is no header.</returns>
    public static IReadOnlyList<(string Name, string Value)>? Of(string written)
    {
        List<(string, string)> headers = [];
        foreach (var line in written.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var value]) return null;
            headers.Add((name, value));
        }

        return headers;
    }
}
