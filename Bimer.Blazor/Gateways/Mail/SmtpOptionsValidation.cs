using System.Net;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>Lists everything that is wrong at once; the host shows the list before it serves anything.</summary>
internal sealed class SmtpOptionsValidation(MailChoice choice) : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var wrong = choice switch
        {
            MailChoice.Smtp => ProblemsOf(options).Select(problem => $"{SmtpOptions.Section}:{problem}").ToList(),
            MailChoice.Captured => [],
            _ => [$"{SmtpOptions.Section}:Host is not set, so no answer can leave. Name the mail server, or set Bimer:Simulate:Mail to true."],
        };
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> ProblemsOf(SmtpOptions options)
    {
        if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown) yield return "Host is not a host name or an address.";
        if (options.Port is < 1 or > 65_535) yield return "Port must be 1 to 65535.";
        if (!Enum.IsDefined(options.Security)) yield return "Security must be None, StartTls or Tls.";
        if (MailboxAddress.Parse(options.FromAddress) is null) yield return "FromAddress is not an e-mail address.";
        if (options.LargestMessage < 64 * 1024) yield return "LargestMessage must be at least 65536 bytes.";
        foreach (var problem in SignInProblemsOf(options).Concat(TimeProblemsOf(options))) yield return problem;
        if (options.TrustedAuthorities.Length > 0 && !File.Exists(options.TrustedAuthorities))
            yield return "TrustedAuthorities names a file that does not exist.";
    }

    private static IEnumerable<string> SignInProblemsOf(SmtpOptions options)
    {
        if (options.UserName.Length > 0 != options.Password.Length > 0) yield return "UserName and Password belong together.";
        if (options.UserName.Contains('\0', StringComparison.Ordinal) || options.Password.Contains('\0', StringComparison.Ordinal))
            yield return "UserName and Password must not hold a NUL.";
        if (options is { UserName.Length: > 0, Security: SmtpSecurity.None } && !IsLoopback(options.Host))
            yield return "Security must be StartTls or Tls when UserName is set: a password does not travel in plain text.";
    }

    private static IEnumerable<string> TimeProblemsOf(SmtpOptions options)
    {
        (string Name, TimeSpan Value)[] limits =
        [
            (nameof(options.ConnectTimeout), options.ConnectTimeout), (nameof(options.ReplyTimeout), options.ReplyTimeout),
            (nameof(options.FinalReplyTimeout), options.FinalReplyTimeout), (nameof(options.TotalTimeout), options.TotalTimeout),
        ];
        foreach (var (name, value) in limits)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromHours(1)) yield return $"{name} must be longer than zero and at most one hour.";
        }
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
