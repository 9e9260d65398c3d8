<resource schema="__system">
  <STREAM id="tapexamples">
    <meta name="_example" title="Sources around a position">
      Rows of :taptable:`ivoa.obscore` within half a degree of the origin:

      .. tapquery::

        SELECT target_name, obs_id, s_ra, s_dec FROM ivoa.obscore
          WHERE 1=CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 0, 0, 0.5))
    </meta>
    <meta name="_example" title="One experiment">
      All sources of :taptable:`ivoa.obscore` in experiment N05L1:

      .. tapquery::

        SELECT target_name, access_url FROM ivoa.obscore WHERE obs_id='N05L1'
    </meta>
  </STREAM>
</resource>
