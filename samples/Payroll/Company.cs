// Takes an empty database, and makes of it the one that a company would have: people, their months, and opportunities.
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Payroll;

internal static class Company
{
    private const string Tables = """
        CREATE TABLE seller (id TEXT PRIMARY KEY, region TEXT, job TEXT, manager TEXT, director TEXT, hired_on TEXT);
        CREATE TABLE seller_month (seller TEXT, month TEXT, visits INTEGER, quota_cents INTEGER, PRIMARY KEY (seller, month));
        CREATE TABLE opportunity (
            seller TEXT, closed_on TEXT, product TEXT, pieces INTEGER, outcome TEXT, amount_cents INTEGER, created_on TEXT);
        CREATE TABLE pay (
            month TEXT, seller TEXT, line TEXT, state TEXT, cents INTEGER, cause TEXT, ruleset TEXT, PRIMARY KEY (month, seller, line));
        """;

    /// <summary>Does nothing where the tables are there.</summary>
    public static void CreateTables(SqliteConnection connection)
    {
        using (var count = new SqliteCommand("SELECT count(*) FROM sqlite_master WHERE name = 'seller'", connection))
            if ((long)count.ExecuteScalar()! > 0)
                return;

        using var transaction = connection.BeginTransaction();
        Run(Tables);
        Load("people.csv", "INSERT INTO seller VALUES ($0, $1, $2, $3, $4, $5)");
        Load("visits.csv", "INSERT INTO seller_month VALUES ($0, $1, $2, NULL)");
        Load(
            "targets.csv",
            "INSERT INTO seller_month VALUES ($0, $1, NULL, $2 * 100) ON CONFLICT DO UPDATE SET quota_cents = excluded.quota_cents");
        Load("opportunities.csv", "INSERT INTO opportunity VALUES ($0, $1, $2, $3, $4, $5 * 100, $6)");
        transaction.Commit();

        void Load(string file, string sql)
        {
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "company", file)).Skip(1))
                Run(sql, line.Split(','));
        }

        void Run(string sql, params string[] values)
        {
            using var command = new SqliteCommand(sql, connection, transaction);
            for (var column = 0; column < values.Length; column++)
                command.Parameters.AddWithValue(
                    "$" + column.ToString(CultureInfo.InvariantCulture), values[column].Length > 0 ? values[column] : DBNull.Value);
            command.ExecuteNonQuery();
        }
    }
}
