using System.Text;
using Bimer.Blazor.Gateways.Scanning;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Workspace.Attachments;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Bimer.Tests.UseCases.CaseDetail;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.UseCases;

public sealed partial class ScanningTests
{
    /// <summary>A petition with a clean file and one that harms, opened by its officer.</summary>
    private sealed class House(Office office, Actor officer, RoutingId part, AttachmentId good, AttachmentId bad) : IAsyncDisposable
    {
        public Office Office => office;

        public RoutingId Part => part;

        public AttachmentId Good => good;

        public AttachmentId Bad => bad;

        public static Action<IServiceCollection> With(string? address) => services =>
        {
            services.AddSingleton<ScanRecord>().AddSingleton<ScanSweep>();
            if (address is not null)
                services.AddSingleton<IScanner>(new ClamdScanner(Options.Create(new ScannerOptions { Address = address }), NullLogger<ClamdScanner>.Instance));
        };

        public static async Task<House> BuildAsync(Kind kind, string? address)
        {
            var office = await Office.OpenAsync(kind, With(address));
            var unit = office.Unit("Ankara Valiliği");
            var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
            var citizen = new Citizen(office);
            await citizen.PassAsync();
            var view = (await citizen.WriteWholeAsync(draft => draft with { Institution = unit.Value }))!;
            foreach (var (name, text) in (ValueTuple<string, string>[])[("iyi.txt", "Lamba yanmıyor."), ("kotu.txt", AClamd.Bad)])
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
                (await office.Services.GetRequiredService<DraftFileBook>().AddAsync(view.Visit, name, content, CancellationToken.None)).Refusal.Should().BeNull();
                office.Clock.Pass(TimeSpan.FromSeconds(1));
            }

            (await citizen.SendAsync(view)).Should().BeOfType<FilingAnswer.Filed>();
            await using var db = await office.DbAsync();
            var ids = await db.Attachments.OrderBy(a => a.Ordinal).Select(a => a.Id).ToListAsync();
            var part = RoutingId.Of(await db.Cases.Select(c => c.Id).SingleAsync(), 1);
            await office.OpenAsync(officer, part);
            return new House(office, officer, part, ids[0], ids[1]);
        }

        public Task<Scanned> SweepAsync() => office.Services.GetRequiredService<ScanSweep>().RunAsync(CancellationToken.None);

        public async Task<Refusal?> OpenAsync(AttachmentId file)
        {
            var opened = await office.For<FileQuery>(officer).OpenAsync(file, CancellationToken.None);
            if (opened.Value is { } served) await served.Content.DisposeAsync();
            return opened.Refusal;
        }

        public ValueTask DisposeAsync() => office.DisposeAsync();
    }

    private sealed class Choosy : IScanner
    {
        public bool IsThere => true;

        public int Asked { get; private set; }

        public async Task<ScanAnswer?> ScanAsync(Stream content, CancellationToken ct)
        {
            Asked++;
            using var reader = new StreamReader(content, leaveOpen: true);
            return string.Equals(await reader.ReadToEndAsync(ct), "poison", StringComparison.Ordinal) ? null : new ScanAnswer(IsHarmful: false);
        }
    }
}
