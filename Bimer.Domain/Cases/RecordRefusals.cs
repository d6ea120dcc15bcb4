using Bimer.Domain.Cases;

namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>Nobody recorded it: it came in by itself, and there is no clerk's slip in it.</summary>
    public sealed record NotFromADesk : Refusal;

    /// <summary>The desk of another unit recorded it; that unit alone corrects the record.</summary>
    public sealed record RecordedElsewhere(UnitId Unit) : Refusal;

    /// <summary>Somebody else corrected the record first.</summary>
    public sealed record RecordChangedMeanwhile : Refusal;

    /// <summary>An answer of this unit was signed on the record as it stands.</summary>
    public sealed record RecordBoundByAnswer(UnitId Unit, DateTimeOffset At) : Refusal;

    /// <summary>Something was told to the applicant within the time that runs from the day as it stands.</summary>
    public sealed record RecordBoundByClock : Refusal;

    /// <summary>Nothing was received after it was recorded.</summary>
    public sealed record ReceivedAfterRecording(DateOnly Recorded) : Refusal;

    /// <summary>Only letter, fax and e-mail are taken for one another.</summary>
    public sealed record ChannelsNotWritten : Refusal;
}
