using Bimer.Blazor.Facts;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>What is asked of a box stands in its address and comes out of it again; what nobody understands asks nothing.</summary>
public sealed class BoxFilterTests
{
    private const string Host = "https://bimer.invalid";

    private static readonly BoxFilters _filters = new(new PlaceDirectory([new Province(6, "Ankara", ["Çankaya", "Mamak"]), new Province(35, "İzmir", ["Konak"])]), new TopicDirectory([new Topic("04", "Ulaşım", [new Subtopic("04.02", "Yol yapımı")])]));

    private static readonly string _service = FactBook.Shipped.Catalogue[0].Code;

    private static readonly BoxFilter _everything = new()
    {
        Kind = CaseKind.TipOff, Basis = LegalBasis.PetitionAct, Channel = IntakeChannel.Phone150, Priority = Priority.VeryUrgent, Plate = 6, District = "Çankaya",
        Sender = new BoxSender(new UnitId(42)), FiledFrom = new DateOnly(2026, 1, 2), FiledUntil = new DateOnly(2026, 2, 3), ReceivedFrom = new DateOnly(2025, 12, 31),
        ReceivedUntil = new DateOnly(2026, 3, 4), Due = DueFilter.Near, Hidden = true, WithFiles = false, Case = CaseNumber.Of(2026, 41873).CaseId,
        Purpose = RoutingPurpose.Information, Closed = false, Hold = HoldFilter.Over, Topic = "04.02", Applicant = ApplicantKind.LegalEntity, Check = IdentityCheck.Refuted, Excluding = true,
        Text = "Çukur & yol", At = new UnitId(7), WithBelow = true, State = RoutingState.InRevision, Custody = CustodyFilter.Unread, Holder = new UserId(9), RestingDays = 15, DueFrom = new DateOnly(2026, 4, 5), DueUntil = new DateOnly(2026, 5, 6),
        ElapsedFrom = 0, ElapsedUntil = BoxFilter.MostElapsed, Approver = new UserId(3), Outcome = OutcomeFilter.PartlyGranted, Service = _service, Delivery = DeliveryFilter.Posted, Columns = new BoxTable("fkb"),
    };

    [Fact]
    public void Everything_that_can_be_asked_comes_out_of_its_address_again()
    {
        var address = BoxFilters.AddressOf(Box.Unit, 7, _everything, "2026-0041873-5");

        address.Should().StartWith("/kutu/kurum?birim=7&tur=ihbar&tip=3071&yol=alo150").And.EndWith("&evrak=2026-0041873-5");
        _filters.Of(Host + address).Should().Be(_everything);
        BoxFilters.AddressOf(Box.Mine, null, BoxFilter.None).Should().Be("/kutu/gelen");
    }

    [Theory]
    [InlineData("tur=yok")]
    [InlineData("tur=")]
    [InlineData("tur=%00ihbar")]
    [InlineData("tip=5")]
    [InlineData("il=99")]
    [InlineData("il=-6")]
    [InlineData("ilce=Konak")]
    [InlineData("gonderen=Ankara")]
    [InlineData("gonderen=99999999999999999999")]
    [InlineData("kayit=2026-02-30")]
    [InlineData("kayit=0001-01-01")]
    [InlineData("gelis-son=9999-12-31")]
    [InlineData("sayi=2026-0041873-4")]
    [InlineData("sayi=' OR 1=1")]
    [InlineData("metin=+%20+")]
    [InlineData("metin=!?")]
    [InlineData("metin=10000000146")]
    [InlineData("metin=a+b+c+d+e+f+g+h+i+j+k")]
    [InlineData("yer=Ankara")]
    [InlineData("yer=-alti&asama=cevaplandi&zimmet=1&kimde=ay%C5%9Fe&bekleyis=2")]
    [InlineData("yer=99999999999-alti")]
    [InlineData("konu=05")]
    [InlineData("konu=04.")]
    [InlineData("konu=%25")]
    [InlineData("amac=her&durum=1&bekleme=var&basvuran=0&dogrulama=2&gonderilmeyecek=belki")]
    [InlineData("sutun=")]
    [InlineData("sutun=bb")]
    [InlineData("sutun=baz")]
    [InlineData("sure=belki&kimlik=1&ek=&nedir=bu")]
    [InlineData("bitis=dün&bitis-son=2026-13-01&gecen=-1&gecen-son=1001&onayci=ay%C5%9Fe&sonuc=iyi&egitim=lise&hizmet=YOK&teslim=yolda")]
    [InlineData("tur=yok,,%2C&yer=,-alti&gonderen=,&konu=05,&hizmet=,&teslim=,")]
    public void What_does_not_exist_asks_nothing(string query) =>
        _filters.Of($"{Host}/kutu/kurum?{query}").Should().Be(BoxFilter.None);

    [Theory]
    [InlineData("04")]
    [InlineData("04.02")]
    public void A_topic_is_asked_for_as_well_as_one_of_its_subtopics(string code) => _filters.Of($"{Host}/kutu/gelen?konu={code}").Should().Be(new BoxFilter { Topic = code });

    [Fact]
    public void Several_values_stand_in_one_part_of_the_address_and_ask_the_same_in_any_order()
    {
        var some = new BoxFilter
        {
            Kind = Several.Of([CaseKind.TipOff, CaseKind.Request]), State = Several.Of([RoutingState.OnHold, RoutingState.Held]), At = Several.Of([new UnitId(7), new UnitId(9)]), WithBelow = true,
            Sender = Several.Of([new BoxSender(null), new BoxSender(new UnitId(4))]), Topic = Several.Of(["04", "04.02"]),
        };
        var address = BoxFilters.AddressOf(Box.Below, null, some);

        address.Should().Be("/kutu/alt-birimler?tur=istek,ihbar&gonderen=vatandas,4&yer=7,9-alti&asama=zimmette,beklemede&konu=04,04.02");
        _filters.Of(Host + address).Should().Be(some).And.Be(_filters.Of(Host + "/kutu/alt-birimler?tur=ihbar,istek,ihbar,yok&gonderen=4,vatandas&yer=9,7-alti&asama=beklemede,zimmette&konu=04.02,04,05"));
        _filters.Of(Host + address).GetHashCode().Should().Be(some.GetHashCode(), "shared reads are kept by it");
        some.Should().NotBe(some with { Kind = CaseKind.TipOff });
        _filters.Of($"{Host}/kutu/alt-birimler?yer={string.Join(',', Enumerable.Range(1, 100))}").At!.Values.Should().HaveCount(Several.Most);
    }

    [Fact]
    public void Whose_hands_a_part_is_in_is_asked_where_the_rows_tell_it_and_nowhere_else()
    {
        var unlettered = _everything with { Approver = null, Outcome = null, Service = null, Delivery = null };
        _everything.In(Box.Below).Should().Be(unlettered);
        foreach (var box in new[] { Box.Unit, Box.Mine, Box.Approvals, Box.Forwarded }) _everything.In(box).Should().Be(unlettered with { State = null, Custody = null, Holder = null, RestingDays = null });
        foreach (var box in new[] { Box.Replied, Box.Followed }) _everything.In(box).Should().Be(_everything with { State = null, Custody = null, Holder = null, RestingDays = null });
        _everything.In(Box.Submitted).Should().Be(_everything.In(Box.Mine) with { Approver = _everything.Approver });
    }

    [Fact]
    public void A_word_that_goes_on_and_on_asks_nothing() =>
        _filters.Of($"{Host}/kutu/kurum?il=6&ilce={new string('ç', 10_000)}").Should().Be(new BoxFilter { Plate = 6 });

    [Fact]
    public void A_district_of_another_province_asks_for_the_province_alone() =>
        _filters.Of($"{Host}/kutu/kurum?il=6&ilce=Konak").Should().Be(new BoxFilter { Plate = 6 });

    [Fact]
    public void Each_criterion_can_be_taken_away_and_a_province_takes_its_district_along()
    {
        var removals = BoxFilters.Removals(_everything).ToDictionary(r => r.Name, r => r.Without, StringComparer.Ordinal);

        removals.Should().HaveCount(37);
        removals["yol"].Should().Be(_everything with { Channel = null });
        removals["il"].Should().Be(_everything with { Plate = null, District = null });
        removals["yer"].Should().Be(_everything with { At = null, WithBelow = false });
        removals["kimde"].Should().Be(_everything with { Holder = null });
        removals["ilce"].Should().Be(_everything with { District = null });
        BoxFilters.Removals(BoxFilter.None).Should().BeEmpty();
    }
}
