using PlanBot.Channels.Teams;
using PlanBot.Domain;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Domain;

/// <summary>What was taken of a rate, as it is kept for all nodes.</summary>
public sealed class PaceLogTests
{
    private static readonly DateTimeOffset Nine = Ledgers.At("2020-03-31 09:00");
    private static readonly PaceRate Rate = new("a", ConnectorPace.Sends, AtOnce: 3, Lease: TimeSpan.FromSeconds(1));

    [Fact]
    public void In_hours_of_sending_all_that_may_be_sent_no_time_holds_more_than_its_number_and_the_text_stays_short()
    {
        var (text, longest, went) = ("", 0, new List<double>());

        for (var second = 0; second < 9000; second++)
        {
            var now = Nine.AddSeconds(second);
            while (PaceLog.Read(Rate, text, now) is var log && log.Take("lease", now) is (> 0 and var tokens, _))
            {
                log.Settle("lease", Enumerable.Repeat(now, tokens));
                text = log.Write(now);
                went.AddRange(Enumerable.Repeat((double)second, tokens));
                longest = Math.Max(longest, text.Length);
            }
        }

        foreach (var bucket in ConnectorPace.Sends)
            Assert.InRange(MostWithin(went, bucket.Within.TotalSeconds), bucket.Tokens * 9 / 10, bucket.Tokens);
        Assert.InRange(went.Count, 5300, 5400); // three hours have begun
        Assert.InRange(longest, 1, 4000); // characters
    }

    [Fact]
    public void A_lease_of_which_nothing_more_is_heard_counts_from_its_end()
    {
        var log = PaceLog.Read(Rate, null, Nine);
        for (var lease = 0; lease < 3; lease++)
            log.Take($"{lease}", Nine);
        var text = log.Write(Nine);

        Assert.Equal((0, TimeSpan.FromSeconds(2)), PaceLog.Read(Rate, text, Nine).Take("next", Nine)); // a second of lease, a second of rate
        Assert.Equal((0, TimeSpan.FromSeconds(0.25)), PaceLog.Read(Rate, text, Nine.AddSeconds(1.75)).Take("next", Nine.AddSeconds(1.75)));
        Assert.Equal((1, TimeSpan.Zero), PaceLog.Read(Rate, text, Nine.AddSeconds(2)).Take("next", Nine.AddSeconds(2))); // seven of the eight in two seconds
    }

    [Fact]
    public void A_lease_that_is_settled_too_late_changes_nothing()
    {
        var log = PaceLog.Read(Rate, null, Nine);
        log.Take("old", Nine);
        var later = PaceLog.Read(Rate, log.Write(Nine), Nine.AddHours(2));

        later.Settle("old", [Nine, Nine]);

        Assert.Equal("", later.Write(Nine.AddHours(2)));
    }

    private static int MostWithin(List<double> went, double seconds)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < went.Count; last++)
        {
            while (went[last] - went[first] >= seconds)
                first++;
            most = Math.Max(most, last - first + 1);
        }
        return most;
    }
}
