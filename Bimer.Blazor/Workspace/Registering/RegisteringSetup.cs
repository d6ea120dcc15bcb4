using Bimer.Blazor.Workspace.Registering.Drafting;
using Bimer.Blazor.Workspace.Registering.Mailing;
using Bimer.Blazor.Workspace.Registering.Verifying;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>The composition of this room.</summary>
public static class RegisteringSetup
{
    public static IServiceCollection AddRegistering(this IServiceCollection services)
    {
        services.AddSingleton<DeskCheck>().AddSingleton<DeskIdentity>().AddSingleton<DeskTries>().AddSingleton<DeskExamination>();
        services.AddSingleton<PendingSeal>().AddSingleton<IntakeSeals>().AddSingleton<VerificationSweep>();
        services.AddSingleton<IntakeSeal>().AddSingleton<DeskBuilder>().AddSingleton<DeskRecorder>();
        services.AddScoped<IntakeWork>().AddScoped<DeskQuery>();
        services.AddScoped<SaveIntakeHandler>().AddScoped<AttachIntakeFileHandler>().AddScoped<RemoveIntakeFileHandler>().AddScoped<DropIntakeHandler>();
        services.AddScoped<MailWork>().AddScoped<MailQuery>();
        services.AddScoped<TakeMailOriginalHandler>().AddScoped<SplitMailHandler>().AddScoped<JoinMailHandler>().AddSingleton<MailJoining>();
        services.AddScoped<OpenMailHandler>().AddScoped<SetAsideMailHandler>().AddScoped<TakeMailBackHandler>();
        return services.AddScoped<RegisterPetitionHandler>();
    }

    public static IEndpointRouteBuilder MapRegistering(this IEndpointRouteBuilder app)
    {
        app.MapIntakes();
        app.MapMails();
        return app;
    }
}
