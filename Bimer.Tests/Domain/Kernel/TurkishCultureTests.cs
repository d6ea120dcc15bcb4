using System.Globalization;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Kernel;

public sealed class TurkishCultureTests
{
    private static readonly TimeZoneInfo Istanbul = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");

    [Fact]
    public void This_machine_knows_Turkish() => TurkishCulture.SelfCheck().Should().BeEmpty();

    [Fact]
    public void A_machine_without_ICU_is_refused() =>
        TurkishCulture.SelfCheck(() => CultureInfo.GetCultureInfo("no such culture"), () => Istanbul)
            .Should().Equal(TurkishFault.CultureMissing);

    [Fact]
    public void A_culture_that_is_Turkish_in_name_only_is_refused() =>
        TurkishCulture.SelfCheck(() => CultureInfo.InvariantCulture, () => Istanbul)
            .Should().Equal(TurkishFault.WrongCasing, TurkishFault.WrongOrder);

    [Fact]
    public void A_machine_without_zone_data_is_refused() =>
        TurkishCulture.SelfCheck(() => TurkishCulture.Info, () => throw new TimeZoneNotFoundException())
            .Should().Equal(TurkishFault.ZoneMissing);

    [Fact]
    public void Zone_data_older_than_the_end_of_summer_time_are_refused() =>
        TurkishCulture.SelfCheck(() => TurkishCulture.Info, () => TimeZoneInfo.FindSystemTimeZoneById("Europe/Athens"))
            .Should().Equal(TurkishFault.ZoneMissing);
}
