using Bimer.Blazor.Workspace.Replying.Drafting;

namespace Bimer.Blazor.Workspace.Replying;

public static class ReplyingSetup
{
    public static IServiceCollection AddReplying(this IServiceCollection services)
    {
        services.AddScoped<SubmitReplyHandler>().AddSingleton<LetterSources>();
        services.AddSingleton<NoticeOffers>().AddSingleton<FeePlaces>().AddOptions<FeeOptions>().BindConfiguration(FeeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ReplyDeskQuery>();
        services.AddScoped<LetterInspection>();
        services.AddScoped<SimilarAnswersQuery>();
        services.AddScoped<DraftWork>();
        services.AddScoped<SaveDraftHandler>();
        services.AddScoped<AttachFileHandler>();
        services.AddScoped<RemoveFileHandler>();
        return services;
    }

    public static IEndpointRouteBuilder MapReplying(this IEndpointRouteBuilder app)
    {
        app.MapDrafts();
        return app;
    }
}
