using System.Net;
using System.Text;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Portal;
using Bimer.Blazor.Portal.Filing;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>What a citizen's browser can send as a file, over a real socket (I1, I2, I4), and the last button pressed twice (A2).</summary>
public sealed class UploadDoorTests : IAsyncLifetime
{
    private const int Largest = 200_000;

    private BimerServer _server = null!;
    private UploadForms _forms = null!;

    public async Task InitializeAsync()
    {
        _server = await BimerServer.StartAsync(settings: new Dictionary<string, string?>([FinalForms.WithoutProof!], StringComparer.Ordinal)
        {
            ["Bimer:Attachments:MaxFileBytes"] = "200000", ["Bimer:Attachments:MaxFiles"] = "3", ["Bimer:Attachments:MaxUnpackedBytes"] = "1000000",
            ["Bimer:Attachments:RatioFreeBytes"] = "100000", ["Bimer:Attachments:MaxZipRatio"] = "20",
        });
        _forms = new UploadForms(_server.Url);
    }

    public async Task DisposeAsync()
    {
        _forms.Dispose();
        await _server.DisposeAsync();
    }

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "fatura.pdf", Encoding.ASCII.GetBytes("MZ\u0090 a program with a good extension") },
        { "resim.png", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>") },
        { "resim.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>") },
        { "rapor.pdf.exe", Documents.Pdf },
        { "ikiyuzlu.pdf", [.. Documents.Pdf, .. Documents.Zip(("icerik.txt", [1, 2, 3]))] },
        { "bomba.docx", Documents.Docx(("word/a.xml", new byte[900_000])) },
        { "buyuk.txt", Encoding.ASCII.GetBytes(new string('a', Largest + 1)) },
        { "bos.pdf", [] },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_file_that_is_not_what_it_says_is_named_with_its_reason_and_leaves_nothing(string name, byte[] content)
    {
        var visit = await _forms.VisitAsync();

        var page = await _forms.UploadAsync(visit, (name, content));

        page.Should().Contain(name + ":", "the citizen learns which file and why");
        (await KeptAsync()).Should().BeEmpty();
        Stored().Should().BeEmpty();
    }

    [Fact]
    public async Task Every_refused_file_is_named_and_the_good_one_behind_them_is_taken()
    {
        var visit = await _forms.VisitAsync();

        var page = await _forms.UploadAsync(visit, [.. Programs(1, 25), ("dilekce.pdf", Documents.Pdf), .. Programs(26, 27)]);

        Enumerable.Range(1, 27).Should().OnlyContain(i => page.Contains($"virus{i}.exe:", StringComparison.Ordinal));
        (await KeptAsync()).Should().Equal("dilekce.pdf");
    }

    [Fact]
    public async Task Of_a_post_without_end_it_is_told_where_the_reading_stopped_and_that_nothing_behind_was_taken()
    {
        var visit = await _forms.VisitAsync();

        var page = await _forms.UploadAsync(visit, [.. Programs(1, 100), ("dilekce.pdf", Documents.Pdf), .. Programs(101, 130)]);

        page.Should().Contain("virus100.exe:").And.NotContain("virus101.exe").And.Contain("dilekce.pdf dosyasından başlayarak 31 dosya alınmadı");
        (await KeptAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_last_file_that_fits_is_taken_and_the_next_is_refused()
    {
        var visit = await _forms.VisitAsync();
        var full = Encoding.ASCII.GetBytes(new string('a', Largest));

        var page = await _forms.UploadAsync(visit, ("bir.txt", full), ("iki.pdf", Documents.Pdf), ("uc.pdf", Documents.Pdf), ("dort.pdf", Documents.Pdf));

        page.Should().Contain("dort.pdf:");
        (await KeptAsync()).Should().BeEquivalentTo("bir.txt", "iki.pdf", "uc.pdf");
        Stored().Should().HaveCount(3);
    }

    [Fact]
    public async Task A_form_of_another_page_uploads_nothing()
    {
        var visit = await _forms.VisitAsync();

        (await _forms.PostAsync(visit, "x", ("iki.pdf", Documents.Pdf))).Should().Be(HttpStatusCode.BadRequest);

        (await KeptAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_stays_hidden_is_told_at_once_which_recording_nobody_could_open()
    {
        var visit = await _forms.VisitAsync();
        await HideAsync(visit);

        var page = await _forms.UploadAsync(visit, ("parcali.mp4", InPieces), ("butun.mp4", TellingFilms.Of("")));

        page.Should().Contain("parcali.mp4: Bu başvuruda kimlik gizleniyor").And.Contain("yeniden kaydedip ekleyin").And.NotContain("butun.mp4:");
        (await KeptAsync()).Should().Equal("butun.mp4");
        Stored().Should().ContainSingle("what was refused is gone");
    }

    [Fact]
    public async Task Whoever_hides_after_adding_such_a_recording_is_told_before_sending()
    {
        var visit = await _forms.VisitAsync();
        await _forms.UploadAsync(visit, ("parcali.mp4", InPieces), ("butun.mp4", TellingFilms.Of("")), ("tapu.pdf", Documents.Pdf));
        var open = await _forms.ReadAsync(visit, FinalForms.CheckPage);

        await HideAsync(visit);

        open.Should().NotContain("kimseye açılmayacak");
        (await _forms.ReadAsync(visit, FinalForms.CheckPage)).Should().Contain("kimseye açılmayacak").And.Contain("ayıklanamıyor: parcali.mp4. ");
    }

    [Fact]
    public async Task Five_posts_of_the_last_form_at_once_give_one_number()
    {
        using var citizens = new FinalForms(_server.Url);
        var form = (await citizens.PrepareAsync(1))[0];

        var numbers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => citizens.SendAsync(form)));

        numbers.Distinct(StringComparer.Ordinal).Should().ContainSingle();
        await using var db = await _server.DbAsync();
        (await db.Cases.CountAsync()).Should().Be(1);
    }

    private static IEnumerable<(string Name, byte[] Content)> Programs(int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(i => ($"virus{i}.exe", Documents.Pdf));

    /// <summary>Films that come in pieces cannot be cleaned.</summary>
    private static byte[] InPieces => [.. TellingFilms.Of(""), .. TellingFilms.Box("moof", new byte[16])];

    private Task<Visit?> HideAsync(string visit) => _server.Services.GetRequiredService<VisitBook>().ChangeAsync(UploadForms.TokenOf(visit), v =>
    {
        v.Draft = v.Draft with { Kind = CaseKind.Complaint, HideIdentity = true };
        return true;
    }, CancellationToken.None);

    private async Task<List<string>> KeptAsync()
    {
        await using var db = await _server.DbAsync();
        return [.. (await db.DraftFiles.OrderBy(f => f.StoredAt).ToListAsync()).Select(_server.Services.GetRequiredService<DraftFileNames>().Of)];
    }

    private string[] Stored() =>
        Path.Combine(_server.DataPath, "files") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
}
