using Bimer.Blazor.Mailroom.Bounces;

namespace Bimer.Blazor.Mailroom;

/// <summary>The composition of this room.</summary>
public static class MailroomSetup
{
    public static IServiceCollection AddMailroom(this IServiceCollection services)
    {
        services.AddOptions<MailIntakeOptions>().BindConfiguration(MailIntakeOptions.Section).ValidateDataAnnotations()
            .Validate(o => o.Folder.Length == 0 || Directory.Exists(o.Folder), "Bimer:MailIntake:Folder names a folder that does not exist.")
            .Validate(o => o.BounceFolder.Length == 0 || Directory.Exists(o.BounceFolder), "Bimer:MailIntake:BounceFolder names a folder that does not exist.")
            .ValidateOnStart();
        return services.AddSingleton<Mailboxes>().AddSingleton<MailPapers>().AddSingleton<MailIntake>().AddSingleton<MailSweep>().AddSingleton<BounceSweep>();
    }
}
