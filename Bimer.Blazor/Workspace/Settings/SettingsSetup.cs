using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.Settings;

/// <summary>The composition of this room, and the doors of the sheet of keys and of the border on a case's page: a JSON body is nothing a form of another site could send.</summary>
public static class SettingsSetup
{
    private const long LargestChoice = 16 * 1024;

    /// <summary>Why not, in words, and at which field.</summary>
    internal sealed record KeysRefused(string Message, string? At = null);

    /// <param name="Share">In percent; none for the usual one.</param>
    internal sealed record ShareBody(int? Share);

    public static IServiceCollection AddSettings(this IServiceCollection services) =>
        services.AddScoped<KeyPreferences>().AddScoped<CaseShare>().Configure<ShellSlots>(slots =>
        {
            slots.Keys = (of, ct) => of.GetRequiredService<KeyPreferences>().ReadAsync(ct);
            slots.CaseShare = (of, ct) => of.GetRequiredService<CaseShare>().ReadAsync(ct);
        });

    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        app.MapPut(Addresses.Keys, KeepAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(LargestChoice), new SkipStatusCodePagesAttribute());
        app.MapPut(Addresses.CaseShare, ShareAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(LargestChoice), new SkipStatusCodePagesAttribute());
    }

    private static async Task<Results<NoContent, StatusCodeHttpResult>> ShareAsync([FromBody] ShareBody body, CaseShare shares, CancellationToken ct) =>
        (await shares.KeepAsync(body.Share, ct)).Refusal is { } refusal ? TypedResults.StatusCode(DraftAnswers.StatusOf(refusal)) : TypedResults.NoContent();

    private static async Task<Results<NoContent, JsonHttpResult<KeysRefused>>> KeepAsync(
        [FromBody] KeyChoice body, KeyPreferences preferences, IStringLocalizer<ShellWords> words, RefusalSentences sentences, CancellationToken ct)
    {
        var choice = body.Sound();
        if (choice.Problem() is { } problem)
            return TypedResults.Json(new KeysRefused(words[problem.Word, problem.Keys, words[problem.At], problem.Other is { } other ? words[other] : ""], problem.At), statusCode: StatusCodes.Status409Conflict);
        var kept = await preferences.KeepAsync(choice, ct);
        return kept.Refusal is { } refusal ? TypedResults.Json(new KeysRefused(await sentences.OfAsync(refusal, ct)), statusCode: DraftAnswers.StatusOf(refusal)) : TypedResults.NoContent();
    }
}
