namespace Bimer.Blazor.Workspace.Templates;

/// <summary>The composition of this room: answer templates (cevap şablonları, S46).</summary>
public static class TemplateSetup
{
    public static IServiceCollection AddTemplates(this IServiceCollection services)
    {
        services.AddSingleton<TemplateReaches>().AddSingleton<TemplateWordingsOffered>().AddSingleton<TemplateNames>().AddScoped<TemplateChoices>().AddScoped<LawRights>();
        services.AddScoped<TemplateDeskQuery>().AddScoped<TemplatesToSign>().AddScoped<TemplateDrafts>().AddScoped<TemplateWork>();
        return services.AddScoped<WriteTemplateHandler>().AddScoped<DecideTemplateHandler>().AddScoped<RetireTemplateHandler>().AddScoped<NoteLawHandler>();
    }

    public static IEndpointRouteBuilder MapTemplates(this IEndpointRouteBuilder app)
    {
        app.MapTemplateDrafts();
        return app;
    }
}
