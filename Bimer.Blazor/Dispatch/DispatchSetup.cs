using System.Net.Mail;
using Bimer.Blazor.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Dispatch;

/// <summary>The composition of this room.</summary>
public static class DispatchSetup
{
    /// <summary>The courier and all it needs besides persistence and the gateways.</summary>
    public static IServiceCollection AddDispatch(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var sendsForGood = !environment.IsDevelopment() && !string.IsNullOrEmpty(configuration["Bimer:Smtp:Host"]);
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section)).ValidateDataAnnotations()
            .PostConfigure(options => TakeFromMail(options, configuration.GetSection("Bimer:Smtp")))
            .Validate(o => IsDomain(o.MessageIdDomain), "Bimer:Outbox:MessageIdDomain is not a domain name.")
            .Validate(o => o.BounceDomain.Length == 0 || IsDomain(o.BounceDomain), "Bimer:Outbox:BounceDomain is not a domain name.")
            .Validate(
                o => o.BounceDomain.Length > 0 || !sendsForGood,
                "Bimer:Outbox:BounceDomain is not set: a bounce quotes the address of a hidden applicant and must not reach a mailbox people read. Name a domain of its own.")
            .Validate(o => o.FirstPause <= o.LongestPause, "Bimer:Outbox:FirstPause is longer than LongestPause.")
            .ValidateOnStart();
        services.AddSingleton<OutboxLeases>();
        services.AddSingleton<OutgoingLetters>();
        services.AddSingleton<OutgoingNotices>();
        services.AddSingleton<Conveyance>();
        services.AddSingleton<OutboxDelivery>();
        return services.AddHostedService<OutboxCourier>();
    }

    private static void TakeFromMail(OutboxOptions options, IConfigurationSection smtp)
    {
        if (options.MessageIdDomain.Length > 0) return;
        options.MessageIdDomain = MailAddress.TryCreate(smtp["FromAddress"], out var from) && from.Host.All(char.IsAscii) ? from.Host : "bimer.invalid";
    }

    private static bool IsDomain(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns;
}
