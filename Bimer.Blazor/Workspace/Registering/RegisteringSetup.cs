using Bimer.Blazor.Workspace.Registering.Drafting;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>The composition of this room.</summary>
public static class RegisteringSetup
{
    public static IServiceCollection AddRegistering(this IServiceCollection services)
    {
        services.AddSingleton<TopicSearch>().AddSingleton<DeskCheck>().AddSingleton<DeskIdentity>().AddSingleton<DeskExamination>();
        services.AddSingleton<IntakeSeal>().AddSingleton<DeskBuilder>().AddSingleton<DeskRecorder>();
        services.AddScoped<IntakeWork>().AddScoped<DeskQuery>();
        services.AddScoped<SaveIntakeHandler>().AddScoped<AttachIntakeFileHandler>().AddScoped<RemoveIntakeFileHandler>().AddScoped<DropIntakeHandler>();
        return services.AddScoped<RegisterPetitionHandler>();
    }

    public static IEndpointRouteBuilder MapRegistering(this IEndpointRouteBuilder app)
    {
        app.MapIntakes();
        return app;
    }
}
