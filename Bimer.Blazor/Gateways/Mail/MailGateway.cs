using Bimer.Blazor.Gateways.Simulated;
using Bimer.Domain.Ports;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>Where mail goes, decided once at start.</summary>
internal enum MailChoice
{
    Nowhere,
    Smtp,
    Captured,
}

internal static class MailGateway
{
    /// <summary>SMTP where a host is set, else captured where <c>Bimer:Simulate:Mail</c> is true, else an error in the list at start.</summary>
    public static IServiceCollection AddMailGateway(this IServiceCollection services, IConfiguration configuration)
    {
        var choice = ChoiceOf(configuration);
        services.AddOptions<SmtpOptions>().Bind(configuration.GetSection(SmtpOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpOptions>>(new SmtpOptionsValidation(choice));
        if (choice != MailChoice.Captured) return services.AddSingleton<IMailSender, SmtpMailSender>();

        services.AddSingleton(new CapturedMailbox(SimulatedGateways.DataPath(configuration)));
        return services.AddSingleton<IMailSender, CapturingMailSender>();
    }

    private static MailChoice ChoiceOf(IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration[$"{SmtpOptions.Section}:Host"])) return MailChoice.Smtp;
        return configuration.GetValue<bool>($"{SimulateOptions.Section}:{nameof(SimulateOptions.Mail)}") ? MailChoice.Captured : MailChoice.Nowhere;
    }
}
