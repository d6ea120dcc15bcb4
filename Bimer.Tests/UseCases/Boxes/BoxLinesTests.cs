using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Lines are written once and shared; whatever a line depends on must part it from the others.</summary>
public sealed class BoxLinesTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly BoxRow _row = new(
        RoutingId.Of(new CaseId(20260000007), 1), 1, CaseKind.Complaint, IntakeChannel.Internet, RoutingPurpose.Action, Priority.Normal, "M***** D*****",
        "Yol <b>bozuk</b>", null, _now, new DateOnly(2026, 2, 26), new DateOnly(2026, 3, 20), new DateTimeOffset(2026, 3, 20, 21, 0, 0, TimeSpan.Zero), null);

    // The sender of these rows is the citizen: no unit is named.
    private readonly BoxLines _lines = new(Writer(), new UnitNames(null!), ACalendar.Shipped, new NearDue());

    public void Dispose() => _lines.Dispose();

    [Fact]
    public void The_time_that_passed_is_told_from_the_day_of_receipt_however_late_it_was_recorded() =>
        Line(_row, _now).Look.Rendered.Value.Should().Contain(" iş günüdür").And.NotContain("bugün geldi");

    [Fact]
    public void The_last_day_the_law_and_a_tip_off_stand_in_letters_and_not_only_where_a_pointer_hovers()
    {
        string Told(BoxRow row) => Line(row, _now).Look.Rendered.Value.Split("row-meta", StringSplitOptions.None)[1];

        Told(_row).Should().MatchRegex("2026-0000007-.</span> · Şikâyet · Son gün 20.03.2026 · 3071 Dilekçe · ").And.NotContain("title=");
        Told(_row with { Kind = CaseKind.InformationRequest }).Should().Contain(" · 4982 Bilgi Edinme · ");
        Told(_row with { Kind = CaseKind.TipOff }).Should().MatchRegex("row-flag.*İhbar</b> · .*2026-0000007-.</span> · Son gün");
        Told(_row with { ClosedAt = _now }).Should().NotContain("Son gün", "what is settled has none");
    }

    [Fact]
    public void The_day_that_was_asked_for_is_told_beside_the_legal_time_and_turns_at_midnight()
    {
        var asked = _row with { WantedBy = new DateOnly(2026, 3, 5) };
        string Told(DateTimeOffset now) => Line(asked, now).Look.Rendered.Value;

        Told(_now).Should().Contain("iç süre 05.03.2026").And.Contain("Son gün 20.03.2026").And.Contain("title=\"Gönderen birim 05.03.2026 Perşembe gününe kadar");
        Told(_now.AddDays(2)).Should().MatchRegex("row-flag near[^>]*>.*iç süre: 1 gün kaldı");
        Told(_now.AddDays(3)).Should().MatchRegex("row-flag near[^>]*>.*iç süre bugün doluyor");
        Told(_now.AddDays(3).AddHours(15)).Should().MatchRegex("row-flag late[^>]*>.*iç süre 1 gün geçti", "it is midnight in Istanbul");
        Line(asked with { ClosedAt = _now }, _now).Look.Rendered.Value.Should().NotContain("iç süre", "of what is settled nothing is awaited");
    }

    [Fact]
    public void Two_readers_of_the_same_line_have_the_same_piece_of_memory() =>
        Line(_row, _now).Should().BeSameAs(Line(_row with { }, _now.AddHours(1)));

    [Fact]
    public void Another_day_another_text_another_name_and_another_language_are_other_lines()
    {
        var line = Line(_row, _now);

        Line(_row, _now.AddDays(1)).Look.Should().NotBe(line.Look, "a day has passed");
        Line(_row with { Summary = "Su yok" }, _now).Look.Rendered.Value.Should().Contain("Su yok").And.NotContain("bozuk");
        Line(_row with { MaskedName = null }, _now).Look.Rendered.Value.Should().NotContain("M*****", "it is hidden now");
        Line(_row, _now, "en").Look.Should().NotBe(line.Look);
    }

    [Fact]
    public void Columns_stand_in_their_readers_order_beside_the_line_of_a_narrow_screen()
    {
        var told = Table(_row, BoxColumn.Remaining, BoxColumn.Basis, BoxColumn.Summary);

        told.Should().Contain("""<span class="as-line"><span class="row-who">M***** D*****</span>""");
        var cells = told[told.IndexOf("as-row", StringComparison.Ordinal)..];
        cells.Should().MatchRegex("Kalan süre: .*Tip: </span>3071 Dilekçe.*Özet: </span>Yol &lt;b&gt;bozuk").And.NotContain("M*****").And.NotContain("Sayı: ");
        Table(_row, BoxColumn.Basis).Should().NotBe(told, "readers of other columns have other lines");
        Table(_row with { Priority = Priority.Urgent }, BoxColumn.Number).Should().Contain("İvedi", "what is urgent depends on no choice");
        Line(_row, _now).Look.Rendered.Value.Should().NotContain("as-row", "who reads lines keeps no columns");
    }

    [Fact]
    public void A_hidden_applicant_is_hidden_in_the_column_too() =>
        Table(_row with { MaskedName = null }, BoxColumn.Applicant).Should().Contain("Gizlenmiş").And.NotContain("M*****");

    [Fact]
    public void What_a_citizen_wrote_stays_text() => Line(_row, _now).Look.Rendered.Value.Should().Contain("Yol &lt;b&gt;bozuk&lt;/b&gt;");

    private BoxLine Line(BoxRow row, DateTimeOffset at, string language = "tr-TR") => In(language, () => _lines.Of(Box.Unit, new BoxPage([row], HasMore: false, Total: 1, at)).Lines.Single());

    private string Table(BoxRow row, params BoxColumn[] columns) =>
        In("tr-TR", () => _lines.Of(Box.Unit, new BoxPage([row], HasMore: false, Total: 1, _now), BoxTable.Of(columns)).Lines.Single()).Look.Rendered.Value;

    private static LineWriter Writer() => ActivatorUtilities.CreateInstance<LineWriter>(
        new ServiceCollection().AddLogging().AddLocalization().AddSingleton<CaseWords>().BuildServiceProvider());

    private static T In<T>(string language, Func<T> read)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return read();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
