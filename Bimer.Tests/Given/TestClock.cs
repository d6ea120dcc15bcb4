namespace Bimer.Tests.Given;

/// <summary>A clock that moves only when told. Timers made from it (<c>Task.Delay</c>, <c>PeriodicTimer</c>) fire on <see cref="Pass"/>.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TestTimer> _timers = [];
    private DateTimeOffset _now;

    /// <summary>Starts on Monday 2 March 2026, 09.00 in Istanbul.</summary>
    public TestClock() : this(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero))
    {
    }

    public TestClock(DateTimeOffset start) => _now = start.ToUniversalTime();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers wait for this clock: a test waits for a loop to fall asleep before it lets time pass.</summary>
    public int WaitingTimers
    {
        get
        {
            lock (_gate) return _timers.Count;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Lets time pass and fires, in their order and at their own instants, the timers that fall due; a due time equal to the new now counts.</summary>
    public DateTimeOffset Pass(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var until = GetUtcNow() + time;
        while (TakeNextDue(until) is { } due) due.Fire();
        lock (_gate)
        {
            if (_now < until) _now = until;
            return _now;
        }
    }

    /// <summary>
    /// Lets time pass as a machine that was asleep: what fell due in between fires once, at the end. For hours that only have to be over;
    /// a sealer that ticks twice a second would live each of its rounds otherwise.
    /// </summary>
    public void Sleep(TimeSpan time)
    {
        List<TestTimer> due;
        lock (_gate)
        {
            _now += time;
            due = [.. _timers.Where(t => t.DueAt <= _now).OrderBy(t => t.DueAt)];
            _timers.RemoveAll(t => due.Contains(t) && t.Period <= TimeSpan.Zero);
            foreach (var timer in due) timer.DueAt = _now + timer.Period;
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Lets time pass up to an instant that is not before now.</summary>
    public DateTimeOffset PassUntil(DateTimeOffset instant) => Pass(instant - GetUtcNow());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private TestTimer? TakeNextDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(t => t.DueAt <= until).MinBy(t => t.DueAt);
            if (next is null) return null;
            if (next.DueAt > _now) _now = next.DueAt;
            if (next.Period > TimeSpan.Zero) next.DueAt += next.Period;
            else _timers.Remove(next);
            return next;
        }
    }

    private void Schedule(TestTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime < TimeSpan.Zero) return;
            timer.DueAt = _now + dueTime;
            timer.Period = period;
            _timers.Add(timer);
        }

        // A timer due at once fires at once, on another thread, as the system's own timers do.
        if (dueTime == TimeSpan.Zero) ThreadPool.QueueUserWorkItem(_ => Pass(TimeSpan.Zero));
    }

    private sealed class TestTimer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Schedule(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
