using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Portal.Filing;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Persistence.Intake;

/// <summary>A file of a draft, and a file of a case.</summary>
internal static class CitizensFiles
{
    public static async Task VisitAsync(Office office)
    {
        var citizen = new Citizen(office);
        await citizen.PassAsync();
        await AddAsync(office, (await citizen.WriteWholeAsync())!.Visit);
    }

    public static async Task FiledAsync(Office office)
    {
        var citizen = new Citizen(office);
        await citizen.PassAsync();
        var view = (await citizen.WriteWholeAsync())!;
        await AddAsync(office, view.Visit);
        (await citizen.SendAsync(view)).Should().BeOfType<FilingAnswer.Filed>();
    }

    private static async Task AddAsync(Office office, Guid visit) =>
        (await office.Services.GetRequiredService<DraftFileBook>().AddAsync(visit, "ek.pdf", new MemoryStream(Documents.Pdf), CancellationToken.None)).IsAccepted.Should().BeTrue();
}
