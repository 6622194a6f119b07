using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.UseCases;

/// <summary>Walks several tracks side by side in the order of people's ids, so that all that one person is owed comes together while only a stretch of people is in memory.</summary>
/// <param name="pageSize">People who are read of a track at a time: their ids, and little else.</param>
/// <param name="stretch">People who are given out of a track at a time, with their rows.</param>
internal sealed class DuePeople(IEnumerable<DueTrack> tracks, int pageSize, int stretch)
{
    private readonly List<Cursor> cursors = tracks.Select(track => new Cursor(track, pageSize, stretch)).ToList();

    /// <returns>Rows of the next people, each key once; null when there is nobody left.</returns>
    public async Task<IReadOnlyList<Reminder>?> NextAsync(CancellationToken cancellationToken)
    {
        foreach (var cursor in cursors)
            await cursor.FillAsync(cancellationToken);
        // Behind the last person of a stretch others may follow: up to the nearest such end everybody is complete.
        var end = cursors.Min(cursor => cursor.CompleteUntil);
        var rows = cursors.SelectMany(cursor => cursor.TakeUntil(end)).DistinctBy(row => (row.PersonId, row.PlanId, row.Period, row.Step, row.Round)).ToList();
        return rows.Count == 0 && end is null ? null : rows;
    }

    /// <summary>One track: the page that was read and not yet given out.</summary>
    private sealed class Cursor(DueTrack track, int pageSize, int stretch)
    {
        private IReadOnlyList<StepRecipient> page = [];
        private int given;
        private bool isRead;

        /// <summary>Last person of the next stretch; null when it reaches the end of the track. Null sorts before every id, so Min asks only the others.</summary>
        public Guid? CompleteUntil => given + stretch < page.Count ? page[given + stretch - 1].PersonId : isRead || page.Count == 0 ? null : page[^1].PersonId;

        public async Task FillAsync(CancellationToken cancellationToken)
        {
            if (isRead || given < page.Count)
                return;
            page = await track.Read(new PeoplePage(page.Count > 0 ? page[^1].PersonId : null, pageSize), cancellationToken);
            given = 0;
            isRead = page.Count < pageSize;
        }

        public IEnumerable<Reminder> TakeUntil(Guid? end)
        {
            while (given < page.Count && page[given] is var person && (end is null || person.PersonId.CompareTo(end.Value) <= 0))
            {
                given++;
                foreach (var row in track.RowsFor(person))
                    yield return row;
            }
        }
    }
}
