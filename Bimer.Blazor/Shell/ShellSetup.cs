using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace Bimer.Blazor.Shell;

/// <summary>The frame: rendering, languages, static files, error pages.</summary>
public static class ShellSetup
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddAntiforgery(antiforgery => antiforgery.SuppressXFrameOptionsHeader = true);   // SecurityHeaders sets DENY
        services.AddLocalization();
        // Turkish letters as letters: readable source, a fifth less on the wire. Markup characters are still escaped.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddScoped<Toasts>();
        services.AddScoped(_ => new Redraws(TimeProvider.System));   // it gathers drawings and measures nothing people know
        services.AddSingleton<CaseWords>();
        services.AddScoped<DeadlineClock>();
        services.AddSingleton<RefusalText>();
        services.AddOptions<ShellSlots>();
        return services.Configure<RequestLocalizationOptions>(Languages);
    }

    /// <summary>Everything that must stand in front of the endpoints, in this order.</summary>
    /// <param name="statusOf">What an answer is called that broke: 503 where trying again later helps. Left out, always 500.</param>
    public static WebApplication UseShell(this WebApplication app, Func<Exception, int>? statusOf = null)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/hata", CreateScopeForErrors = true, StatusCodeSelector = statusOf });
        app.UseStatusCodePagesWithReExecute("/durum/{0}");
        app.Use(ShowErrorsByGet);
        return app;
    }

    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapPreferences();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits =>
            circuits.DisableWebSocketCompression = true)   // compressed secrets beside echoed text leak by their length (BREACH)
            .Add(AnswerHead);
        return app;
    }

    // Pages answer GET and POST; whoever only asks whether one is there (a monitor, a script that waits for the start) sends HEAD.
    private static void AnswerHead(EndpointBuilder page)
    {
        if (page.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { } answered && answered.HttpMethods.Contains(HttpMethods.Get, StringComparer.Ordinal))
            page.Metadata.Add(new HttpMethodMetadata([.. answered.HttpMethods, HttpMethods.Head]));
    }

    // A refused form is shown its error page by the same request. As a POST that page would be refused for the same reason: an empty 500.
    private static Task ShowErrorsByGet(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    private static void Languages(RequestLocalizationOptions languages)
    {
        languages.DefaultRequestCulture = new RequestCulture(Preferences.Languages[0]);
        languages.SupportedCultures = [.. Preferences.Languages];
        languages.SupportedUICultures = [.. Preferences.Languages];
        // The cookie alone: a Turkish office with English browsers still wants Turkish.
        languages.RequestCultureProviders = [new CookieRequestCultureProvider()];
    }
}
