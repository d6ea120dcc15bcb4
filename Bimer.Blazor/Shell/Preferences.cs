using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Bimer.Blazor.Shell;

/// <summary>Theme and language, kept in two cookies. Plain form posts, so that they work without a script.</summary>
internal static class Preferences
{
    public const string Path = "/gorunum";

    /// <summary>What the pages speak; the first is the default.</summary>
    public static readonly IReadOnlyList<CultureInfo> Languages = [CultureInfo.GetCultureInfo("tr-TR"), CultureInfo.GetCultureInfo("en-GB")];

    public static void MapPreferences(this IEndpointRouteBuilder app) => app.MapPost(Path, Keep).AllowAnonymous();

    private static RedirectHttpResult Keep(HttpContext context, [FromForm] string? tema, [FromForm] string? dil, [FromForm] string? donus)
    {
        // Readable by scripts on purpose: theme.js switches without a reload and writes the same cookie.
        if (tema is not null) context.Response.Cookies.Append(Theme.Cookie, Theme.From(tema).Name, YearLong(context));
        if (Languages.Any(l => string.Equals(l.Name, dil, StringComparison.Ordinal)))
        {
            var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(dil!));
            context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value, YearLong(context));
        }

        return TypedResults.LocalRedirect(LocalAddress.Of(donus, fallback: "/"));
    }

    private static CookieOptions YearLong(HttpContext context) => new()
    {
        MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/", Secure = context.Request.IsHttps,
    };
}
