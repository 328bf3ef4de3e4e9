/**
 * Data sets, time series and where numbers come from.
 *
 * <p>{@link murmuration.data.Datasets} knows the data sets by name, {@link
 * murmuration.data.TimeSeries} is a scalar against time with the words that bring a record into
 * shape, and {@link murmuration.data.Provenance} says how to make a result again. {@link
 * murmuration.data.DatasetException} tells a data set that cannot be had from one that is damaged.
 * {@link murmuration.data.Columns} hands the numbers of a table to analyses that take arrays. For
 * who writes files: {@link murmuration.data.AtomicFile} writes them whole or not at all, into the
 * {@link murmuration.data.FiguresFolder}.
 *
 * <pre>{@code
 * Datasets.list();                                        // what there is, and where it is now
 * var stack = Datasets.series("lr04")                     // ages turned round, t = -age in years
 *     .between(1_500_000, 900_000)
 *     .interpolate(2_000);
 * var own = TimeSeries.of(Table.read().csv("lake.csv"), "age_yr_bp", "carbonate");
 * System.out.println(Datasets.citation("lr04"));
 * }</pre>
 */
@NullMarked
package murmuration.data;

import org.jspecify.annotations.NullMarked;
