using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bimer.Blazor.Persistence.Holidays;

/// <summary>One decision about a day, what the table said of it before, and how far the open cases have followed. Never taken back: a later one overrules it.</summary>
public sealed class RuledHoliday
{
    /// <summary>In the order they were made.</summary>
    public int Sequence { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>None: no holiday.</summary>
    public HolidayKind? Kind { get; init; }

    public string Name { get; init; } = "";

    public string Article { get; init; } = "";

    /// <summary>The names of the day's holidays until then; empty where it was none.</summary>
    public string Was { get; init; } = "";

    public UserId By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>How many open cases stood within reach of the day when it was decided.</summary>
    public int Total { get; init; }

    /// <summary>How many have been looked at.</summary>
    public int Seen { get; set; }

    /// <summary>How many got another last day.</summary>
    public int Moved { get; set; }

    /// <summary>The last case that was looked at; the work goes on behind it after a restart.</summary>
    public CaseId Cursor { get; set; }

    /// <summary>None while it goes on.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public HolidayRuling Ruling => new(Day, Kind is { } kind ? new Holiday(Day, Name, kind, Article) : null);
}

internal sealed class RuledHolidayConfiguration : IEntityTypeConfiguration<RuledHoliday>
{
    public void Configure(EntityTypeBuilder<RuledHoliday> builder)
    {
        builder.ToTable("ruled_holidays");
        builder.HasKey(h => h.Sequence);
        builder.Property(h => h.Sequence).ValueGeneratedNever();   // two at once: the second finds its number taken
        builder.Property(h => h.Name).HasMaxLength(HolidayRuling.LongestName);
        builder.Property(h => h.Article).HasMaxLength(HolidayRuling.LongestArticle);
        builder.Property(h => h.Was).HasMaxLength(400);
        builder.Ignore(h => h.Ruling);
    }
}
