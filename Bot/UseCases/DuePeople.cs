using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.UseCases;

/// <summary>Walks several tracks side by side in the order of people's ids, so that all that one person is owed comes together while only a stretch of people is in memory.</summary>
/// <param name="pageSize">People who are read of a track at a time.</param>
internal sealed class DuePeople(IEnumerable<DueTrack> tracks, int pageSize)
{
    private readonly List<Cursor> cursors = tracks.Select(track => new Cursor(track, pageSize)).ToList();

    /// <returns>Rows of the next people, each key once; null when there is nobody left.</returns>
    public async Task<IReadOnlyList<Reminder>?> NextAsync(CancellationToken cancellationToken)
    {
        foreach (var cursor in cursors)
            await cursor.FillAsync(cancellationToken);
        // Behind the last person of an unfinished track others may follow: up to the nearest such end everybody is complete.
        var end = cursors.Min(cursor => cursor.CompleteUntil);
        var rows = cursors.SelectMany(cursor => cursor.TakeUntil(end)).DistinctBy(row => (row.PersonId, row.PlanId, row.Period, row.Step, row.Round)).ToList();
        return rows.Count == 0 && end is null ? null : rows;
    }

    /// <summary>One track: the page that was read and not yet given out.</summary>
    private sealed class Cursor(DueTrack track, int pageSize)
    {
        private readonly Queue<StepRecipient> page = [];
        private Guid? last;
        private bool isRead;

        /// <summary>Last person read; null when the track is read to its end. Null sorts before every id, so Min asks only the others.</summary>
        public Guid? CompleteUntil => isRead ? null : last;

        public async Task FillAsync(CancellationToken cancellationToken)
        {
            if (isRead || page.Count > 0)
                return;
            var people = await track.Read(new PeoplePage(last, pageSize), cancellationToken);
            foreach (var person in people)
                page.Enqueue(person);
            isRead = people.Count < pageSize;
            last = people.Count > 0 ? people[^1].PersonId : last;
        }

        public IEnumerable<Reminder> TakeUntil(Guid? end)
        {
            while (page.TryPeek(out var person) && (end is null || person.PersonId.CompareTo(end.Value) <= 0))
                foreach (var row in track.RowsFor(page.Dequeue()))
                    yield return row;
        }
    }
}
