using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>The composition of this room.</summary>
internal static class FilingSetup
{
    private const long FormOverhead = 1_048_576;

    public static IServiceCollection AddFiling(this IServiceCollection services)
    {
        services.TryAddScoped<StreamedForm>();
        services.AddSingleton<DraftCheck>().AddSingleton<FilingBuilder>().AddSingleton<PetitionRecorder>().AddSingleton<DraftFileBook>();
        services.AddSingleton<FurtherPetitions>();
        services.AddScoped<FilingDesk>().AddScoped<DraftFiles>().AddScoped<HumanCheck>().AddScoped<UploadFilesHandler>();
        return services.AddScoped<FileApplicationHandler>().AddScoped<NewPetitionHandler>().AddScoped<ReceiptQuery>();
    }

    public static void MapFiling(this IEndpointRouteBuilder app)
    {
        var limits = app.ServiceProvider.GetRequiredService<AttachmentLimits>();
        // The token is the form's first part and checked there: reading the form beforehand would put every file into a temporary one.
        app.MapPost("/basvuru/ekler/yukle", (UploadFilesHandler handler, CancellationToken ct) => handler.HandleAsync(ct))
            .DisableAntiforgery().AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(limits.MaxTotalBytes + limits.MaxFileBytes + FormOverhead));
        app.MapPost("/basvuru/ayril", LeaveAsync).AllowAnonymous();
    }

    private static async Task<RedirectHttpResult> LeaveAsync(VisitDoor door, HttpResponse response, [FromForm(Name = "__RequestVerificationToken")] string token, CancellationToken ct)
    {
        await door.LeaveAsync(ct);
        response.LeaveNothingBehind();
        return TypedResults.LocalRedirect("/");
    }
}
