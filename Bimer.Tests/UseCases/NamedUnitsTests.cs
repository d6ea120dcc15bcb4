using Bimer.Blazor.Workspace;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>A complaint that names a unit proposes it as one it must not reach (S38); nothing that is no name does.</summary>
public sealed class NamedUnitsTests : IAsyncLifetime
{
    private Office _office = null!;
    private NamedUnits _named = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync(Kind.Sqlite);
        _named = ActivatorUtilities.CreateInstance<NamedUnits>(_office.Services, ActivatorUtilities.CreateInstance<UnitSearch>(_office.Services));
    }

    [Theory]
    [InlineData("Çankaya Kaymakamlığı dilekçemi almadı.", "Çankaya Kaymakamlığı", "Çankaya Kaymakamlığı")]
    [InlineData("Dilekçemi CANKAYA KAYMAKAMLIGINA verdim.", "Çankaya Kaymakamlığı", "CANKAYA KAYMAKAMLIGINA")]
    [InlineData("Çankaya Kaymakamlığı'nın memuru", "Çankaya Kaymakamlığı", "Çankaya Kaymakamlığı")]
    [InlineData("Ankara İl Sağlık Müdürlüğünde görevli", "Ankara İl Sağlık Müdürlüğü", "Ankara İl Sağlık Müdürlüğünde")]
    [InlineData("ankara sağlık müdürlüğü beni dinlemedi", "Ankara İl Sağlık Müdürlüğü", "ankara sağlık müdürlüğü")]
    [InlineData("Konu: Ankara Valilik binası", "Ankara Valiliği", "Ankara Valilik")]
    [InlineData("Sağlık Bakanlığından cevap gelmedi", "Sağlık Bakanlığı", "Sağlık Bakanlığından")]
    [InlineData("Adıyaman’ın Gölbaşı Kaymakamlığında", "Gölbaşı Kaymakamlığı (Adıyaman)", "Gölbaşı Kaymakamlığında")]
    public void A_unit_is_found_by_its_name_however_it_is_written(string text, string meant, string words) =>
        _named.In(text).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Unit = new { Name = meant }, Words = words });

    [Theory]
    [InlineData("Belediye, valilik ve kaymakamlık ilgilenmedi; müdürlüğe gittim, bakanlığa yazdım.")]
    [InlineData("Çankaya ilçesinde, Ankara ilinde, sağlık ocağında oldu. Müdürlüğü aradım.")]
    [InlineData("Gölbaşı Kaymakamlığı dilekçemi almadı.")]
    [InlineData("")]
    public void What_names_nobody_proposes_nobody(string text) => _named.In(text).Should().BeEmpty();

    [Fact]
    public void Each_is_proposed_once_in_the_order_of_the_text() =>
        _named.In("İzmir Valiliği, Çankaya Kaymakamlığı ve yine İzmir Valiliğine").Select(n => n.Unit.Name).Should().Equal("İzmir Valiliği", "Çankaya Kaymakamlığı");

    public async Task DisposeAsync() => await _office.DisposeAsync();
}
